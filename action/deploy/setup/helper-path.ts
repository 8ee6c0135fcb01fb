/** Where the root-owned helper of one app is on a server. */
export const helperPath = (name: string) => `/usr/local/lib/flask-deploy/${name}`;
