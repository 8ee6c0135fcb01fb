/** A site of nginx's, in parts. */
export const server = (...lines: string[]) => `server {\n    listen 80;\n${lines.join("\n")}\n}\n`;
export const location = (...lines: string[]) => server("location / {", ...lines, "}");
export const http = (...lines: string[]) => `events {}\nhttp {\n${lines.join("\n")}\n}\n`;
export const tls = (...lines: string[]) => server("listen 443 ssl;", ...lines);
export const cert = "ssl_certificate /a.pem;";
export const key = "ssl_certificate_key /a.key;";
export const pass = "proxy_pass http://127.0.0.1:8000;";
export const upstream = "upstream shop { server 127.0.0.1:8000; keepalive 8; }\n";
export const docker = { Dockerfile: "FROM python\nCOPY . /home/ann\n" };
