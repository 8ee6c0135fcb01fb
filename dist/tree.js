// action/lint/files/source.ts
/** What text hardly ever has. */
const control = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
var Source = class {
	path;
	text;
	encoding;
	#lineStarts;
	#newline;
	constructor(path, content) {
		this.path = path;
		[this.text, this.encoding] = typeof content === "string" ? withoutMark(content) : decode(content);
	}
	/** Whether it looks like something other than text; such a file is not parsed. */
	get binary() {
		const head = this.text.slice(0, 8e3);
		if (!control.test(head)) return false;
		let odd = 0;
		for (let i = 0; i < head.length; i++) {
			const code = head.charCodeAt(i);
			if (code === 0) odd += 8;
			else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) odd++;
		}
		return odd * 10 > head.length;
	}
	slice(range) {
		return this.text.slice(range.start, range.end);
	}
	range(start, end) {
		return {
			source: this,
			start,
			end
		};
	}
	/** The offset at which each line starts. \n, \r\n and a lone \r end a line. */
	get lineStarts() {
		if (this.#lineStarts) return this.#lineStarts;
		const starts = [0];
		const { text } = this;
		let cr = text.indexOf("\r");
		let lf = text.indexOf("\n");
		while (cr >= 0 || lf >= 0) {
			const alone = cr >= 0 && (lf < 0 || cr < lf);
			if (!alone || cr + 1 !== lf) starts.push((alone ? cr : lf) + 1);
			if (alone) cr = text.indexOf("\r", cr + 1);
			else lf = text.indexOf("\n", lf + 1);
		}
		this.#lineStarts = starts;
		return starts;
	}
	/** The line end that the file uses. Looked for once: a file of many findings has many fixes that ask. */
	get newline() {
		this.#newline ??= this.text.includes("\r\n") ? "\r\n" : "\n";
		return this.#newline;
	}
	/** 0-based index of the line that holds the offset. */
	lineAt(offset) {
		const starts = this.lineStarts;
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
	/** A 0-based line without its line end; empty beyond the last. */
	line(index) {
		const start = this.lineStarts[index] ?? this.text.length;
		let end = this.lineStarts[index + 1] ?? this.text.length;
		while (end > start && /[\r\n]/.test(this.text[end - 1])) end--;
		return {
			source: this,
			start,
			end,
			text: this.text.slice(start, end)
		};
	}
	span(range) {
		const end = Math.max(range.start, range.end);
		const [line, endLine] = [this.lineAt(range.start), this.lineAt(end)];
		return {
			line: line + 1,
			column: range.start - this.lineStarts[line] + 1,
			endLine: endLine + 1,
			endColumn: end - this.lineStarts[endLine] + 1
		};
	}
	/** The bytes of a text that stands for this file, in the encoding the file came in. */
	encode(text = this.text) {
		if (this.encoding === "latin1") return Buffer.from(text, "latin1");
		if (this.encoding === "utf8") return Buffer.from(text, "utf8");
		if (this.encoding === "utf8-bom") return Buffer.from(`\uFEFF${text}`, "utf8");
		const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
		return this.encoding === "utf16be" ? bytes.swap16() : bytes;
	}
};
function withoutMark(text) {
	return text.startsWith("﻿") ? [text.slice(1), "utf8-bom"] : [text, "utf8"];
}
function decode(bytes) {
	const even = bytes.length % 2 === 0;
	if (even && bytes[0] === 255 && bytes[1] === 254) return [exact(bytes, "utf-16le").slice(1), "utf16le"];
	if (even && bytes[0] === 254 && bytes[1] === 255) return [exact(bytes, "utf-16be").slice(1), "utf16be"];
	try {
		return withoutMark(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		return [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), "latin1"];
	}
}
/** TextDecoder would replace a lone surrogate; Buffer keeps the code units as they are. */
function exact(bytes, encoding) {
	const copy = Buffer.from(bytes);
	if (encoding === "utf-16be") copy.swap16();
	return copy.toString("utf16le");
}
// action/lint/nginx/location.ts
/** What a `location` directive matches; undefined when its arguments are not those of a location. */
function placeNamed(location) {
	if (location?.name.text !== "location" || location.args.length < 1 || location.args.length > 2) return void 0;
	const path = location.args.at(-1);
	const [modifier] = location.args.length === 2 ? location.args : [];
	switch (modifier?.text) {
		case void 0: {
			const glued = /^(~\*?|=|\^~)/.exec(path.text)?.[1];
			return {
				match: path.text.startsWith("@") ? "named" : glued === "=" ? "exact" : glued?.startsWith("~") ? "regex" : "prefix",
				modifier,
				path
			};
		}
		case "=": return {
			match: "exact",
			modifier,
			path
		};
		case "^~": return {
			match: "prefix",
			modifier,
			path
		};
		case "~":
		case "~*": return {
			match: "regex",
			modifier,
			path
		};
		default: return;
	}
}
// action/lint/files/template.ts
/**
* Files that something else renders: Jinja and cookiecutter, EJS and ERB, envsubst. What stands in the markup is not
* known here, so it is never an error, and a finding on a line with markup loses its weight.
*/
const templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;
/** Markup of Jinja, Handlebars, Go templates, EJS and ERB; `{{` with nothing sensible in it is no template. */
const markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
/** Names that a person or a sed script fills in: ${NAME} in capitals, @NAME@, __NAME__. */
const placeholder = /\$\{[A-Z][A-Z0-9_]*(?::?[-+?=][^}]*)?\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|%%[A-Z_]+%%/;
/** Copies that people keep beside the file that counts, and examples to copy. */
const copySuffix = /[._-](example|sample|dist|default|bak|backup|orig|old|save)\d*$/i;
/** The path without a template's or a copy's suffix: what the file is called where it counts. */
const renderedPath = (path) => path.replace(copySuffix, "").replace(templateSuffix, "");
/** A copy that someone fills in first: what stands in it is meant to be replaced. */
const isExample = (path) => /[._-](example|sample|dist)\b|(^|\/)(examples?|samples?)\//i.test(path);
/** A former version that no server reads. */
const isBackup = (path) => /[._-](bak|backup|orig|old|save)\d*$|(^|\/)(backups?|old|archived?)\//i.test(path);
function isTemplate(source) {
	return templateSuffix.test(source.path.replace(copySuffix, "")) || markup.test(source.text.slice(0, 2e5));
}
/** A path that a person fills in first. */
const toFillIn = /\/path\/to\/|\/home\/(?:your[-_ ]?(?:user(?:name)?)?|username|<[\w -]+>)\/|<(?:your|path|user|app|project)[\w .-]*>|\/your[-_](?:app|project)\b/i;
const holders = /* @__PURE__ */ new WeakMap();
/** Whether a file could hold markup or a placeholder anywhere; told once a file. */
function mayBeTemplated(source) {
	let may = holders.get(source);
	if (may === void 0) {
		may = /\{\{|\{%|<%|\$\{|@[A-Z]|__[A-Z]|%%/.test(source.text);
		holders.set(source, may);
	}
	return may;
}
/** Whether a value holds markup or a placeholder, so that what it will be is unknown. */
const isTemplated = (text) => markup.test(text) || placeholder.test(text) || /<%|\{\{|\{%/.test(text);
/** Longer markup is taken for ordinary text, so that looking for its end stays cheap. */
const longestMarkup = 2e3;
/** Whether a line holds markup that is whole, or a placeholder; a stray `{{` is none. */
const holdsMarkup = (line) => markup.test(line) || placeholder.test(line);
/** If closed markup starts at the offset, where it ends. */
function markupEnd(text, offset) {
	const two = text.slice(offset, offset + 2);
	const close = two === "{{" ? "}}" : two === "{%" ? "%}" : two === "<%" ? "%>" : two === "{#" ? "#}" : void 0;
	if (!close) return void 0;
	const end = text.slice(offset + 2, offset + 2 + longestMarkup).indexOf(close);
	return end < 0 ? void 0 : offset + 2 + end + 2;
}
/** Words that a script of the repository replaces by sed: what they stand for is not known either. */
function filledIn(scripts) {
	const words = scripts.flatMap(({ source }) => [...source.text.matchAll(/\bsed\b[^\n]{0,40}?\bs([~/#|,@!])([\w@{}.-]{3,60})\1/g)].map(([, , word]) => word));
	const plain = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return plain.length > 0 ? new RegExp(plain.join("|")) : void 0;
}
// action/lint/fix/edit.ts
/** Takes a node out; with its line, when nothing else is on it. */
function wholeLine(node) {
	const { text } = node.source;
	let start = node.start;
	let end = node.end;
	while (start > 0 && /[ \t]/.test(text[start - 1])) start--;
	while (end < text.length && /[ \t]/.test(text[end])) end++;
	if (!((start === 0 || text[start - 1] === "\n") && (end === text.length || /[\r\n]/.test(text[end])))) return {
		at: node,
		text: ""
	};
	if (text[end] === "\r") end++;
	if (text[end] === "\n") end++;
	return {
		at: {
			source: node.source,
			start,
			end
		},
		text: ""
	};
}
/** Puts a line above a node, as far in as the node is; a node that shares its line gets a neighbour on it. */
function lineAbove(node, line) {
	const { source } = node;
	const start = source.lineStarts[source.lineAt(node.start)];
	const before = source.text.slice(start, node.start);
	if (/\S/.test(before)) return {
		at: source.range(node.start, node.start),
		text: `${line} `
	};
	return {
		at: source.range(start, start),
		text: before + line + newlineOf(node)
	};
}
/** Puts a line below the last line of a node, as far in as the node is; on the same line where more follows there. */
function lineBelow(node, line) {
	const { source } = node;
	const last = source.line(source.lineAt(Math.max(node.start, node.end - 1)));
	if (!/^\s*\]?\s*([#;].*)?$/.test(source.text.slice(node.end, last.end))) return {
		at: source.range(node.end, node.end),
		text: ` ${line}`
	};
	const start = source.lineStarts[source.lineAt(node.start)];
	const indent = /^[ \t]*/.exec(source.text.slice(start, node.start))?.[0] ?? "";
	return {
		at: source.range(last.end, last.end),
		text: newlineOf(node) + indent + line
	};
}
/** The line end that the file uses. */
const newlineOf = (node) => node.source.newline;
/** Replaces a node's text. */
const replace = (at, text) => ({
	at,
	text
});
/** A fix that keeps or restores what the file plainly means: "add the slash", and what that takes. */
const safe = (title, ...edits) => ({
	kind: "safe",
	title,
	edits
});
/** A fix that may be wrong and needs an eye. */
const suggested = (title, ...edits) => ({
	kind: "suggested",
	title,
	edits
});
// action/lint/tables/grouped.ts
/** The table itself. */
function byName$1(groups) {
	const table = /* @__PURE__ */ new Map();
	for (const [key, lines] of Object.entries(groups)) {
		const value = JSON.parse(key);
		for (const line of lines) for (const name of line.split(" ")) table.set(name, value);
	}
	return table;
}
// action/lint/nginx/directives.ts
/** What nginx knows by name: where each directive may stand and how many arguments it takes. */
const directives = byName$1({
	"[[\"http location server\",1,1,0]]": [
		"absolute_redirect add_after_body add_before_body aio aio_write ancient_browser_value auth_delay auth_jwt_key_cache auth_jwt_leeway auth_oidc auth_request autoindex autoindex_exact_size autoindex_format autoindex_localtime",
		"chunked_transfer_encoding client_body_buffer_size client_body_in_file_only client_body_in_single_buffer client_body_timeout client_max_body_size create_full_put_path",
		"default_type directio directio_alignment",
		"etag",
		"f4f_buffer_size fastcgi_bind_dynamic fastcgi_buffer_size fastcgi_buffering fastcgi_busy_buffers_size fastcgi_cache fastcgi_cache_background_update fastcgi_cache_key fastcgi_cache_lock fastcgi_cache_lock_age fastcgi_cache_lock_timeout fastcgi_cache_max_range_offset fastcgi_cache_min_uses fastcgi_cache_revalidate fastcgi_catch_stderr fastcgi_connect_timeout fastcgi_force_ranges fastcgi_hide_header fastcgi_ignore_client_abort fastcgi_index fastcgi_intercept_errors fastcgi_keep_conn fastcgi_limit_rate fastcgi_max_temp_file_size fastcgi_next_upstream_timeout fastcgi_next_upstream_tries fastcgi_pass_header fastcgi_pass_request_body fastcgi_pass_request_headers fastcgi_read_timeout fastcgi_request_buffering fastcgi_request_dynamic fastcgi_send_lowat fastcgi_send_timeout fastcgi_socket_keepalive fastcgi_socket_rcvbuf fastcgi_socket_sndbuf fastcgi_split_path_info fastcgi_store fastcgi_temp_file_write_size",
		"grpc_allow_upstream grpc_bind_dynamic grpc_buffer_size grpc_connect_timeout grpc_hide_header grpc_intercept_errors grpc_next_upstream_timeout grpc_next_upstream_tries grpc_pass_header grpc_read_timeout grpc_request_dynamic grpc_send_timeout grpc_socket_keepalive grpc_socket_rcvbuf grpc_socket_sndbuf grpc_ssl_certificate grpc_ssl_certificate_key grpc_ssl_ciphers grpc_ssl_crl grpc_ssl_key_log grpc_ssl_name grpc_ssl_password_file grpc_ssl_server_name grpc_ssl_session_reuse grpc_ssl_trusted_certificate grpc_ssl_verify grpc_ssl_verify_depth gunzip gzip_comp_level gzip_http_version gzip_min_length gzip_static gzip_vary",
		"hls_forward_args hls_fragment hls_mp4_buffer_size hls_mp4_max_buffer_size http2_chunk_size http2_push http2_push_preload",
		"if_modified_since image_filter_buffer image_filter_interlace image_filter_jpeg_quality image_filter_sharpen image_filter_transparency image_filter_webp_quality",
		"keepalive_min_timeout",
		"limit_conn_status limit_req_dry_run limit_req_log_level limit_req_status lingering_close lingering_time lingering_timeout log_not_found log_subrequest",
		"max_ranges memcached_bind_dynamic memcached_buffer_size memcached_connect_timeout memcached_gzip_flag memcached_next_upstream_timeout memcached_next_upstream_tries memcached_read_timeout memcached_send_timeout memcached_socket_keepalive min_delete_depth mirror mirror_request_body modern_browser_value mp4_buffer_size mp4_limit_rate mp4_limit_rate_after mp4_max_buffer_size mp4_start_key_frame msie_padding msie_refresh",
		"open_file_cache_errors open_file_cache_min_uses open_file_cache_valid otel_span_name otel_trace otel_trace_context",
		"port_in_redirect postpone_output proxy_buffering proxy_busy_buffers_size proxy_cache proxy_cache_background_update proxy_cache_convert_head proxy_cache_key proxy_cache_lock proxy_cache_lock_age proxy_cache_lock_timeout proxy_cache_max_range_offset proxy_cache_min_uses proxy_cache_revalidate proxy_force_ranges proxy_headers_hash_bucket_size proxy_headers_hash_max_size proxy_hide_header proxy_http_version proxy_ignore_client_abort proxy_intercept_errors proxy_limit_rate proxy_max_temp_file_size proxy_method proxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_pass_trailers proxy_read_timeout proxy_request_buffering proxy_request_dynamic proxy_send_lowat proxy_send_timeout proxy_set_body proxy_store proxy_temp_file_write_size",
		"read_ahead real_ip_header real_ip_recursive recursive_error_pages reset_timedout_connection",
		"satisfy scgi_bind_dynamic scgi_buffer_size scgi_buffering scgi_busy_buffers_size scgi_cache scgi_cache_background_update scgi_cache_key scgi_cache_lock scgi_cache_lock_age scgi_cache_lock_timeout scgi_cache_max_range_offset scgi_cache_min_uses scgi_cache_revalidate scgi_connect_timeout scgi_force_ranges scgi_hide_header scgi_ignore_client_abort scgi_intercept_errors scgi_limit_rate scgi_max_temp_file_size scgi_next_upstream_timeout scgi_next_upstream_tries scgi_pass_header scgi_pass_request_body scgi_pass_request_headers scgi_read_timeout scgi_request_buffering scgi_request_dynamic scgi_send_timeout scgi_socket_keepalive scgi_socket_rcvbuf scgi_socket_sndbuf scgi_store scgi_temp_file_write_size secure_link secure_link_md5 secure_link_secret send_lowat send_timeout sendfile_max_chunk server_name_in_redirect server_tokens session_log slice ssi_last_modified ssi_min_file_chunk ssi_silent_errors ssi_value_length sub_filter_last_modified sub_filter_once subrequest_output_buffer_size",
		"tcp_nopush tunnel_bind tunnel_bind_dynamic tunnel_buffer_size tunnel_connect_timeout tunnel_next_upstream_timeout tunnel_next_upstream_tries tunnel_read_timeout tunnel_send_lowat tunnel_send_timeout tunnel_socket_keepalive tunnel_socket_rcvbuf tunnel_socket_sndbuf types_hash_bucket_size types_hash_max_size",
		"userid userid_domain userid_expires userid_mark userid_name userid_p3p userid_path userid_service uwsgi_bind_dynamic uwsgi_buffer_size uwsgi_buffering uwsgi_busy_buffers_size uwsgi_cache uwsgi_cache_background_update uwsgi_cache_key uwsgi_cache_lock uwsgi_cache_lock_age uwsgi_cache_lock_timeout uwsgi_cache_max_range_offset uwsgi_cache_min_uses uwsgi_cache_revalidate uwsgi_connect_timeout uwsgi_force_ranges uwsgi_hide_header uwsgi_ignore_client_abort uwsgi_intercept_errors uwsgi_limit_rate uwsgi_max_temp_file_size uwsgi_modifier1 uwsgi_modifier2 uwsgi_next_upstream_timeout uwsgi_next_upstream_tries uwsgi_pass_header uwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_read_timeout uwsgi_request_buffering uwsgi_request_dynamic uwsgi_send_timeout uwsgi_socket_keepalive uwsgi_socket_rcvbuf uwsgi_socket_sndbuf uwsgi_ssl_certificate uwsgi_ssl_certificate_key uwsgi_ssl_ciphers uwsgi_ssl_crl uwsgi_ssl_key_log uwsgi_ssl_name uwsgi_ssl_password_file uwsgi_ssl_server_name uwsgi_ssl_session_reuse uwsgi_ssl_trusted_certificate uwsgi_ssl_verify uwsgi_ssl_verify_depth uwsgi_store uwsgi_temp_file_write_size",
		"xml_entities xml_external_entities xslt_last_modified"
	],
	"[[\"events\",1,1,0]]": [
		"accept_mutex accept_mutex_delay",
		"debug_connection",
		"multi_accept",
		"stall_threshold",
		"use",
		"worker_aio_requests worker_connections"
	],
	"[[\"acme_issuer\",0,0,0]]": ["accept_terms_of_service"],
	"[[\"http limit_except location location-if server\",1,-1,0],[\"stream stream-server\",1,-1,0]]": ["access_log"],
	"[[\"acme_issuer\",1,1,0]]": [
		"account_key",
		"challenge common_name_in_csr contact",
		"preferred_chain",
		"uri"
	],
	"[[\"server\",1,-1,0]]": ["acme_certificate"],
	"[[\"http\",1,1,1]]": ["acme_issuer", "oidc_provider"],
	"[[\"http\",1,1,0]]": [
		"acme_shared_zone",
		"geoip_proxy geoip_proxy_recursive",
		"http2_recv_buffer_size",
		"otel_service_name",
		"perl_modules perl_require"
	],
	"[[\"http location location-if server\",2,3,0]]": ["add_header add_trailer"],
	"[[\"http location location-if server\",1,1,0]]": [
		"add_header_inherit add_trailer_inherit",
		"charset",
		"gzip",
		"limit_rate limit_rate_after",
		"override_charset",
		"post_action",
		"root",
		"sendfile source_charset ssi"
	],
	"[[\"http location server\",1,-1,0]]": [
		"addition_types ancient_browser",
		"charset_types",
		"dav_access dav_methods",
		"early_hints",
		"fastcgi_allow_upstream fastcgi_cache_bypass fastcgi_cache_methods fastcgi_cache_purge fastcgi_cache_use_stale fastcgi_cache_valid fastcgi_ignore_headers fastcgi_next_upstream fastcgi_no_cache fastcgi_store_access",
		"grpc_ignore_headers grpc_next_upstream gzip_disable gzip_proxied gzip_types",
		"index",
		"keepalive_disable",
		"memcached_allow_upstream memcached_next_upstream",
		"proxy_allow_upstream proxy_cache_bypass proxy_cache_methods proxy_cache_purge proxy_cache_use_stale proxy_cache_valid proxy_ignore_headers proxy_no_cache proxy_store_access",
		"scgi_allow_upstream scgi_cache_bypass scgi_cache_methods scgi_cache_purge scgi_cache_use_stale scgi_cache_valid scgi_ignore_headers scgi_next_upstream scgi_no_cache scgi_store_access ssi_types sub_filter_types",
		"tunnel_allow_upstream tunnel_next_upstream",
		"userid_flags uwsgi_allow_upstream uwsgi_cache_bypass uwsgi_cache_methods uwsgi_cache_purge uwsgi_cache_use_stale uwsgi_cache_valid uwsgi_ignore_headers uwsgi_next_upstream uwsgi_no_cache uwsgi_store_access",
		"xslt_types"
	],
	"[[\"location\",1,1,0]]": ["alias", "random_index"],
	"[[\"http limit_except location server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["allow", "deny"],
	"[[\"location\",0,1,0]]": ["api"],
	"[[\"http limit_except location server\",1,1,0]]": ["auth_basic auth_basic_user_file auth_jwt_key_file auth_jwt_key_request auth_jwt_type"],
	"[[\"mail mail-server\",1,1,0]]": [
		"auth_http auth_http_pass_client_cert auth_http_timeout",
		"imap_client_buffer",
		"max_errors",
		"proxy_buffer proxy_pass_error_message proxy_smtp_auth",
		"smtp_client_buffer smtp_greeting_delay starttls",
		"timeout",
		"xclient"
	],
	"[[\"mail mail-server\",2,2,0]]": ["auth_http_header"],
	"[[\"http limit_except location server\",1,2,0]]": ["auth_jwt"],
	"[[\"http\",2,-1,0]]": [
		"auth_jwt_claim_set auth_jwt_header_set",
		"fastcgi_cache_path",
		"proxy_cache_path",
		"scgi_cache_path session_log_format",
		"uwsgi_cache_path"
	],
	"[[\"http limit_except location server\",1,-1,0]]": ["auth_jwt_require auth_require"],
	"[[\"http location server\",2,2,0]]": [
		"auth_request_set",
		"error_log_tag",
		"fastcgi_buffers",
		"grpc_set_header grpc_ssl_conf_command gunzip_buffers gzip_buffers",
		"hls_buffers",
		"otel_span_attr output_buffers",
		"proxy_buffers proxy_set_header",
		"scgi_buffers sub_filter",
		"uwsgi_buffers uwsgi_ssl_conf_command",
		"xslt_param xslt_string_param"
	],
	"[[\"location location-if server server-if\",0,0,0]]": ["break"],
	"[[\"http\",2,2,1]]": ["charset_map"],
	"[[\"http location server\",1,4,0]]": [
		"client_body_temp_path",
		"fastcgi_temp_path",
		"proxy_cookie_flags proxy_temp_path",
		"scgi_temp_path",
		"uwsgi_temp_path"
	],
	"[[\"http server\",1,1,0]]": [
		"client_header_buffer_size client_header_timeout connection_pool_size",
		"http2 http2_body_preread_size http2_idle_timeout http2_max_concurrent_pushes http2_max_concurrent_streams http2_max_field_size http2_max_header_size http2_max_requests http2_recv_timeout http3 http3_hq http3_max_concurrent_streams http3_stream_buffer_size",
		"ignore_invalid_headers",
		"max_headers merge_slashes",
		"quic_active_connection_id_limit quic_gso quic_host_key quic_retry",
		"request_pool_size",
		"ssl_buffer_size ssl_early_data",
		"underscores_in_headers"
	],
	"[[\"oidc_provider\",1,1,0]]": [
		"client_id client_secret config_url cookie_name",
		"extra_auth_args",
		"frontchannel_logout_uri",
		"issuer",
		"logout_token_hint logout_uri",
		"pkce post_logout_uri",
		"redirect_uri",
		"session_store session_timeout",
		"userinfo"
	],
	"[[\"main\",1,1,0]]": [
		"daemon debug_points",
		"env",
		"google_perftools_profiles",
		"load_module lock_file",
		"master_process",
		"pcre_jit pid",
		"quic_bpf",
		"ssl_engine ssl_object_cache_inheritable",
		"timer_resolution",
		"worker_priority worker_processes worker_rlimit_core worker_rlimit_nofile worker_shutdown_timeout working_directory"
	],
	"[[\"http location server\",1,2,0]]": [
		"disable_symlinks",
		"fastcgi_bind",
		"grpc_bind",
		"memcached_bind modern_browser",
		"open_file_cache",
		"proxy_cookie_domain proxy_cookie_path proxy_redirect",
		"scgi_bind status_format",
		"uwsgi_bind"
	],
	"[[\"location\",0,0,0]]": [
		"empty_gif",
		"f4f flv",
		"hls",
		"internal",
		"mp4",
		"status",
		"upstream_conf"
	],
	"[[\"mgmt\",1,1,0]]": [
		"enforce_initial_report",
		"license_token",
		"proxy proxy_password proxy_username"
	],
	"[[\"http location mail mail-server main server stream stream-server\",1,-1,0]]": ["error_log"],
	"[[\"http location location-if server\",2,-1,0]]": ["error_page"],
	"[[\"main\",0,0,1]]": [
		"events",
		"http",
		"mail mgmt",
		"stream"
	],
	"[[\"http location location-if server\",1,2,0]]": ["expires"],
	"[[\"acme_issuer\",2,2,0]]": ["external_account_key"],
	"[[\"http location server\",2,3,0]]": [
		"fastcgi_param",
		"scgi_param",
		"uwsgi_param"
	],
	"[[\"location location-if\",1,1,0]]": [
		"fastcgi_pass",
		"grpc_pass",
		"memcached_pass",
		"scgi_pass",
		"uwsgi_pass"
	],
	"[[\"http\",1,2,1],[\"stream\",1,2,1]]": ["geo", "num_map"],
	"[[\"http\",1,1,0],[\"stream\",1,1,0]]": [
		"geoip_city geoip_country geoip_org",
		"js_include",
		"map_hash_bucket_size map_hash_max_size",
		"server_names_hash_bucket_size server_names_hash_max_size",
		"variables_hash_bucket_size variables_hash_max_size"
	],
	"[[\"http location server\",1,3,0]]": [
		"grpc_ssl_certificate_cache",
		"limit_req",
		"uwsgi_ssl_certificate_cache"
	],
	"[[\"http location server\",0,6,0]]": ["grpc_ssl_protocols", "uwsgi_ssl_protocols"],
	"[[\"upstream\",1,2,0],[\"stream-upstream\",1,2,0]]": [
		"hash",
		"least_time",
		"zone"
	],
	"[[\"location\",0,-1,0],[\"stream-server\",0,-1,0]]": ["health_check"],
	"[[\"stream stream-server\",1,1,0]]": [
		"health_check_timeout",
		"js_filter js_preread",
		"mqtt mqtt_preread",
		"preread_buffer_size preread_timeout proxy_download_rate proxy_half_close proxy_protocol_timeout proxy_requests proxy_responses proxy_session_drop proxy_ssl proxy_upload_rate",
		"ssl_handshake_timeout ssl_preread",
		"zone_sync_connect_retry_interval zone_sync_connect_timeout zone_sync_interval zone_sync_recv_buffer_size zone_sync_ssl zone_sync_ssl_certificate zone_sync_ssl_certificate_key zone_sync_ssl_ciphers zone_sync_ssl_crl zone_sync_ssl_name zone_sync_ssl_password_file zone_sync_ssl_server_name zone_sync_ssl_trusted_certificate zone_sync_ssl_verify zone_sync_ssl_verify_depth zone_sync_timeout"
	],
	"[[\"location server\",1,-1,1]]": ["if"],
	"[[\"location\",1,3,0]]": ["image_filter"],
	"[[\"mail mail-server\",1,-1,0]]": [
		"imap_auth imap_capabilities",
		"pop3_auth pop3_capabilities",
		"smtp_auth smtp_capabilities"
	],
	"[[\"any\",1,1,0]]": ["include"],
	"[[\"location server\",1,1,0]]": ["internal_redirect", "referer_hash_bucket_size referer_hash_max_size"],
	"[[\"upstream\",0,0,0]]": ["ip_hash", "ntlm"],
	"[[\"limit_except location location-if\",1,1,0],[\"stream stream-server\",1,1,0]]": ["js_access"],
	"[[\"limit_except location location-if\",1,2,0]]": ["js_body_filter"],
	"[[\"limit_except location location-if\",1,1,0]]": ["js_content js_header_filter"],
	"[[\"http location server\",1,1,0],[\"stream stream-server\",1,1,0]]": [
		"js_context_reuse js_engine js_fetch_buffer_size js_fetch_ciphers js_fetch_keepalive js_fetch_keepalive_requests js_fetch_keepalive_time js_fetch_keepalive_timeout js_fetch_max_response_buffer_size js_fetch_proxy js_fetch_timeout js_fetch_trusted_certificate js_fetch_verify js_fetch_verify_depth js_path",
		"limit_conn_dry_run limit_conn_log_level",
		"proxy_bind_dynamic proxy_buffer_size proxy_connect_timeout proxy_next_upstream_timeout proxy_next_upstream_tries proxy_socket_keepalive proxy_socket_rcvbuf proxy_socket_sndbuf proxy_ssl_certificate proxy_ssl_certificate_key proxy_ssl_ciphers proxy_ssl_crl proxy_ssl_key_log proxy_ssl_name proxy_ssl_password_file proxy_ssl_server_name proxy_ssl_session_reuse proxy_ssl_trusted_certificate proxy_ssl_verify proxy_ssl_verify_depth",
		"tcp_nodelay"
	],
	"[[\"http location server\",0,4,0],[\"stream stream-server\",0,4,0]]": ["js_fetch_protocols"],
	"[[\"http location server\",3,3,0],[\"stream stream-server\",3,3,0]]": ["js_import js_preload_object"],
	"[[\"main\",1,3,0]]": ["js_load_http_native_module js_load_stream_native_module"],
	"[[\"location\",1,4,0],[\"stream-server\",1,4,0]]": ["js_periodic"],
	"[[\"http location server\",2,3,0],[\"stream stream-server\",2,3,0]]": ["js_set"],
	"[[\"http\",1,5,0],[\"stream\",1,5,0]]": ["js_shared_dict_zone"],
	"[[\"http location server\",1,2,0],[\"stream stream-server\",1,2,0]]": ["js_var", "proxy_bind"],
	"[[\"upstream\",1,2,0]]": ["keepalive", "queue"],
	"[[\"http location server\",1,1,0],[\"upstream\",1,1,0]]": ["keepalive_requests keepalive_time"],
	"[[\"http location server\",1,2,0],[\"upstream\",1,2,0]]": ["keepalive_timeout"],
	"[[\"http\",3,3,0],[\"stream\",3,3,0]]": ["keyval"],
	"[[\"http\",1,-1,0],[\"stream\",1,-1,0]]": ["keyval_zone"],
	"[[\"http server\",2,2,0]]": ["large_client_header_buffers"],
	"[[\"upstream\",0,0,0],[\"stream-upstream\",0,0,0]]": ["least_conn"],
	"[[\"http location server\",2,2,0],[\"stream stream-server\",2,2,0]]": ["limit_conn", "proxy_ssl_conf_command"],
	"[[\"http\",2,2,0],[\"stream\",2,2,0]]": ["limit_conn_zone"],
	"[[\"location\",1,-1,1]]": ["limit_except"],
	"[[\"http\",3,4,0]]": ["limit_req_zone"],
	"[[\"http\",3,3,0]]": ["limit_zone"],
	"[[\"server\",1,-1,0],[\"mail-server\",1,-1,0],[\"stream-server\",1,-1,0]]": ["listen"],
	"[[\"location server\",1,2,1]]": ["location"],
	"[[\"http\",2,-1,0],[\"stream\",2,-1,0]]": ["log_format"],
	"[[\"http\",2,2,1],[\"stream\",2,2,1]]": ["map", "split_clients"],
	"[[\"http\",1,1,1],[\"stream\",1,1,1]]": ["match", "upstream"],
	"[[\"stream stream-server\",2,2,0]]": ["mqtt_buffers", "zone_sync_buffers zone_sync_ssl_conf_command"],
	"[[\"stream-server\",1,1,0]]": ["mqtt_rewrite_buffer_size", "pass"],
	"[[\"stream-server\",2,2,0]]": ["mqtt_set_connect"],
	"[[\"http location server\",1,4,0],[\"stream stream-server\",1,4,0]]": ["open_log_file_cache"],
	"[[\"http\",0,0,1]]": ["otel_exporter"],
	"[[\"http\",2,2,0]]": ["otel_resource_attr", "perl_set"],
	"[[\"limit_except location\",1,1,0]]": ["perl"],
	"[[\"acme_issuer\",1,2,0]]": ["profile"],
	"[[\"mail-server\",1,1,0]]": ["protocol"],
	"[[\"http location server\",1,-1,0],[\"stream stream-server\",1,1,0]]": ["proxy_next_upstream"],
	"[[\"limit_except location location-if\",1,1,0],[\"stream-server\",1,1,0]]": ["proxy_pass"],
	"[[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["proxy_protocol proxy_timeout"],
	"[[\"stream stream-server\",1,-1,0]]": ["proxy_ssl_alpn", "ssl_alpn"],
	"[[\"http location server\",1,3,0],[\"stream stream-server\",1,3,0]]": ["proxy_ssl_certificate_cache"],
	"[[\"http location server\",0,6,0],[\"stream stream-server\",0,6,0]]": ["proxy_ssl_protocols"],
	"[[\"upstream\",0,2,0],[\"stream-upstream\",0,2,0]]": ["random"],
	"[[\"http location server\",1,-1,0],[\"upstream\",1,-1,0],[\"mail mail-server\",1,-1,0],[\"mgmt\",1,-1,0],[\"stream stream-server\",1,-1,0],[\"stream-upstream\",1,-1,0]]": ["resolver"],
	"[[\"http location server\",1,1,0],[\"upstream\",1,1,0],[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0],[\"stream-upstream\",1,1,0]]": ["resolver_timeout"],
	"[[\"location location-if server server-if\",1,2,0],[\"stream-server\",1,2,0]]": ["return"],
	"[[\"location location-if server server-if\",2,3,0]]": ["rewrite"],
	"[[\"http location location-if server server-if\",1,1,0]]": ["rewrite_log", "uninitialized_variable_warn"],
	"[[\"oidc_provider\",1,-1,0]]": ["scope"],
	"[[\"http\",0,0,1],[\"upstream\",1,-1,0],[\"mail\",0,0,1],[\"stream\",0,0,1],[\"stream-upstream\",1,-1,0]]": ["server"],
	"[[\"server\",1,-1,0],[\"mail mail-server\",1,-1,0],[\"stream-server\",1,-1,0]]": ["server_name"],
	"[[\"http\",2,6,0]]": ["session_log_zone"],
	"[[\"location location-if server server-if\",2,2,0],[\"stream-server\",2,2,0]]": ["set"],
	"[[\"http location server\",1,1,0],[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["set_real_ip_from"],
	"[[\"http server\",1,1,0],[\"mail mail-server\",1,1,0]]": ["ssl"],
	"[[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_certificate ssl_certificate_compression ssl_certificate_key ssl_ciphers ssl_client_certificate ssl_dhparam ssl_ecdh_curve ssl_password_file ssl_prefer_server_ciphers ssl_session_ticket_key ssl_session_tickets ssl_session_timeout ssl_verify_client ssl_verify_depth"],
	"[[\"http server\",1,3,0],[\"stream stream-server\",1,3,0]]": ["ssl_certificate_cache"],
	"[[\"http server\",2,2,0],[\"mail mail-server\",2,2,0],[\"stream stream-server\",2,2,0]]": ["ssl_conf_command"],
	"[[\"oidc_provider\",1,1,0],[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"mgmt\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_crl"],
	"[[\"http server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_ech_file ssl_key_log ssl_ocsp ssl_ocsp_responder ssl_reject_handshake ssl_stapling ssl_stapling_file ssl_stapling_responder ssl_stapling_verify"],
	"[[\"http server\",0,1,0],[\"stream stream-server\",0,1,0]]": ["ssl_ocsp_cache"],
	"[[\"http server\",0,6,0],[\"mail mail-server\",0,6,0],[\"stream stream-server\",0,6,0]]": ["ssl_protocols"],
	"[[\"http server\",1,2,0],[\"mail mail-server\",1,2,0],[\"stream stream-server\",1,2,0]]": ["ssl_session_cache"],
	"[[\"acme_issuer\",1,1,0],[\"oidc_provider\",1,1,0],[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"mgmt\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_trusted_certificate"],
	"[[\"acme_issuer\",1,1,0],[\"mgmt\",1,1,0]]": ["ssl_verify state_path"],
	"[[\"upstream\",1,1,0],[\"stream-upstream\",1,1,0]]": ["state"],
	"[[\"location location-if server\",1,1,0],[\"server\",1,1,0]]": ["status_zone"],
	"[[\"upstream\",1,-1,0]]": ["sticky"],
	"[[\"location server\",0,1,0]]": ["stub_status"],
	"[[\"main\",2,3,0]]": ["thread_pool"],
	"[[\"location server\",2,-1,0]]": ["try_files"],
	"[[\"location location-if server\",0,1,0]]": ["tunnel_pass"],
	"[[\"http location server\",0,0,1]]": ["types"],
	"[[\"mgmt\",0,2,0]]": ["usage_report"],
	"[[\"main\",1,2,0]]": ["user"],
	"[[\"location server\",1,-1,0]]": ["valid_referers"],
	"[[\"main\",1,-1,0]]": ["worker_cpu_affinity"],
	"[[\"location\",1,-1,0]]": ["xslt_stylesheet"],
	"[[\"stream-server\",0,0,0]]": ["zone_sync"],
	"[[\"stream-server\",1,2,0]]": ["zone_sync_server"],
	"[[\"stream stream-server\",0,6,0]]": ["zone_sync_ssl_protocols"]
});
/** Rows of a name, or undefined for a name that neither nginx nor a widespread module has. */
const rowsOf = (name) => directives.get(name);
/** Modules that distributions package or people build in, by the beginnings of their directives' names. */
const thirdParty = /^(?:lua_|more_(?:set|clear)_|brotli|zstd|modsecurity|passenger_|rails_|pagespeed|vhost_traffic_status|nchan_|geoip2|fancyindex|upload_|echo|auth_ldap|auth_pam|auth_gss|auth_spnego|auth_cookie|auth_digest|opentelemetry|opentracing|otel_|datadog_|push_stream|subs_filter|replace_filter|set_(?:by_lua|unescape_uri|escape_uri|quote_|base32|decode_|encode_|hex_|sha1|md5|random|hashed_|secure_random|rotate|local_today|formatted_|hmac_|misc|if_empty|form_input)|memc_|redis|drizzle_|postgres_|pgsql_|xss_|iconv_|ajp_|check(?:_|$)|naxsi|MainRule$|BasicRule$|CheckRule$|SecRules|LearningMode$|DeniedUrl$|LibInjection|rds_|encrypted_session|array_|eval|slowfs_|accesskey|mogilefs|dav_ext|rtmp|dyups|concat|trim|footer|sysguard|limit_traffic|limit_speed|testcookie|cache_purge|proxy_cache_purge|fastcgi_cache_purge|uwsgi_cache_purge|scgi_cache_purge|jwt_|auth_jwt|ssl_ct|security_headers|hide_server_tokens|headers_more|image_filter|ndk_|perl|uploadprogress|track_uploads|report_uploads|upload_progress|srcache_|php_|vod|live$|record|application$|hls|dash|exec|allow_|chunk_size|wave|push|pull|on_publish|on_play|on_done|interleave|meta|sticky|upsync|consistent_hash|fair$|least_time|jdomain|stream_lua|access_by_|content_by_|rewrite_by_|header_filter_by_|body_filter_by_|log_by_|init_by_|init_worker_by_|exit_worker_by_|balancer_by_|ssl_certificate_by_|ssl_client_hello_by_|ssl_session_fetch_by_|ssl_session_store_by_|preread_by_|server_rewrite_by_|acme_|njs_|js_|quic_|xclient|proxy_protocol_vendor|health_check|mod_zip|unzip|delay$|pinba_|statsd|prometheus|cookie_flag|cookie_limit|pubcookie|webp|spdy_|http_port|sorted_querystring|length_hiding|immutable|ipset|cors|nginx_)/;
/** Whether the name may be a module's of which no table is kept here. */
const maybeThirdParty = (name) => thirdParty.test(name) || /_by_lua(_block|_file)?$/.test(name);
/** Blocks whose content is data, not directives. */
const dataBlocks = /* @__PURE__ */ new Set([
	"map",
	"types",
	"geo",
	"geoip2",
	"split_clients",
	"charset_map",
	"num_map",
	"match"
]);
// action/lint/nginx/lexer.ts
const blank = (code) => code === 32 || code === 9 || code === 10 || code === 13;
/** One token from the offset on, or undefined at the end. Templates' markup may stand anywhere when `template`. */
function nextToken(source, from, template) {
	const { text } = source;
	let i = from;
	while (i < text.length && blank(text.charCodeAt(i))) i++;
	if (i >= text.length) return void 0;
	const start = i;
	const c = text[i];
	const token = (kind, end, value, quote = "", more = {}) => ({
		source,
		start,
		end,
		kind,
		quote,
		text: value,
		...more
	});
	if (c === "#") {
		const end = endOfLine(text, i);
		return token("comment", end, text.slice(i, end));
	}
	if (template) {
		const end = markupEnd(text, i);
		if (end !== void 0) {
			const next = text[end];
			if ((text.startsWith("{%", i) || text.startsWith("{#", i) || /^<%[-_]?[^=-]/.test(text.slice(i, i + 4))) && (next === void 0 || /\s/.test(next))) return token("markup", end, text.slice(i, end));
		}
	}
	if (c === ";" || c === "}" || c === "{" && !(template && markupEnd(text, i))) return token(c, i + 1, c);
	if (c === "\"" || c === "'") {
		let value = "";
		let piece = i + 1;
		for (i++; i < text.length; i++) if (text[i] === "\\" && i + 1 < text.length) {
			const next = text[i + 1];
			const plain = next === c || next === "\\" ? next : {
				t: "	",
				r: "\r",
				n: "\n"
			}[next];
			value += text.slice(piece, i) + (plain ?? `\\${next}`);
			piece = i + 2;
			i++;
		} else if (text[i] === c) {
			value += text.slice(piece, i);
			const next = text[i + 1];
			const glued = next !== void 0 && !/[\s;{)]/.test(next);
			return token("word", i + 1, value, c, glued ? { glued: true } : {});
		}
		return token("word", text.length, value + text.slice(piece), c, { unclosed: true });
	}
	while (i < text.length) {
		const code = text.charCodeAt(i);
		if (blank(code) || code === 59) break;
		if (code === 123) {
			const end = template ? markupEnd(text, i) : void 0;
			if (end === void 0) break;
			i = end;
		} else if (code === 92) i += 2;
		else if (code === 36 && text.charCodeAt(i + 1) === 123) i += 2;
		else if (template && code === 60 && markupEnd(text, i)) i = markupEnd(text, i);
		else i++;
	}
	const end = Math.min(i, text.length);
	return token("word", end, text.slice(start, end));
}
function endOfLine(text, from) {
	for (let i = from; i < text.length; i++) if (text.charCodeAt(i) === 10) return i;
	return text.length;
}
// action/lint/nginx/lua.ts
/** Where the body of a `*_by_lua_block { … }` ends: braces count, except in Lua's strings and comments. */
function luaEnd(text, from) {
	let depth = 1;
	let i = from;
	while (i < text.length) {
		const c = text[i];
		if (c === "{") depth++;
		else if (c === "}") {
			if (--depth === 0) return {
				body: i,
				end: i + 1,
				closed: true
			};
		} else if (c === "\"" || c === "'") {
			i = stringEnd(text, i);
			continue;
		} else if (c === "-" && text[i + 1] === "-") {
			i = longBracket(text, i + 2) ?? lineEnd(text, i);
			continue;
		} else if (c === "[") {
			const long = longBracket(text, i);
			if (long !== void 0) {
				i = long;
				continue;
			}
		}
		i++;
	}
	return {
		body: text.length,
		end: text.length,
		closed: false
	};
}
function stringEnd(text, from) {
	const quote = text[from];
	for (let i = from + 1; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === quote) return i + 1;
	else if (text[i] === "\n") return i;
	return text.length;
}
function lineEnd(text, from) {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
/** The end of `[[ … ]]` or `[==[ … ]==]`; of one that is not closed, the end of the text. */
function longBracket(text, from) {
	if (text[from] !== "[") return void 0;
	let level = 0;
	while (text[from + 1 + level] === "=") level++;
	if (text[from + 1 + level] !== "[") return void 0;
	const end = text.indexOf(`]${"=".repeat(level)}]`, from + level + 2);
	return end < 0 ? text.length : end + level + 2;
}
// action/lint/nginx/parse.ts
/** Nobody reads on; a file of nothing but braces would give a problem for each. */
const mostProblems = 1e3;
/** What nests deeper is no configuration, and each level costs memory. */
const deepest$1 = 2e4;
/** What stands further in is no comment that begins its line. */
const longestIndent = 200;
/** Reads a whole file, whatever is wrong with it: each mistake is a problem, and reading goes on behind it. */
function parseNginx(source) {
	const template = isTemplate(source);
	const { text } = source;
	const problems = [];
	const comments = [];
	const root = {
		source,
		start: 0,
		end: text.length,
		owner: void 0,
		children: [],
		closed: true
	};
	const stack = [root];
	let words = [];
	let at = 0;
	const problem = (range, message, fix) => {
		if (problems.length < mostProblems) problems.push({
			rule: "nginx/syntax",
			at: range,
			message,
			...fix ? { fix } : {}
		});
	};
	const add = (end, terminated, block) => {
		const [name, ...args] = words;
		const parent = stack.at(-1);
		const directive = {
			source,
			start: name.start,
			end,
			name,
			args,
			block,
			parent,
			terminated
		};
		parent.children.push(directive);
		words = [];
	};
	const missingSemicolon = (next) => {
		const last = words.at(-1);
		const name = words[0].text;
		const lost = next && /^(server_name|index|try_files|gzip_types|log_format)$/.test(name) && endsInSemicolon(next);
		if (!template) problem(source.range(words[0].start, last.end), `\`${name}\` does not end in \`;\`, so nginx takes ${lost ? `\`${next.text}\` and its arguments for more of them: that line does nothing.` : "what follows for its arguments and does not start."}`, safe("add the `;`", replace(source.range(last.end, last.end), ";")));
		add(last.end, false);
	};
	for (;;) {
		let token = nextToken(source, at, template);
		if (!token) break;
		if (token.kind === "word" && token.quote && (token.unclosed || token.glued && token.text.includes("\n"))) {
			token = lineOfQuote(token);
			problem(source.range(token.start, token.start + 1), `This ${token.quote} is never closed: nginx reads to the end of the file as one word and does not start.`);
		}
		if (token.glued && !template) problem(source.range(token.end, token.end + 1), "A closing quote ends the word: nginx wants a blank, `;` or `{` behind it, and does not start.");
		at = token.end;
		const first = words[0];
		if (token.kind === "comment" || token.kind === "markup") comments.push(token);
		else if (token.kind === "word") {
			if (isConflictMarker(token)) {
				at = endOfLine(text, token.start);
				comments.push(source.range(token.start, at));
			} else if (!first && /^(\/\/|\/\*|--$)/.test(token.text) && !inData(stack)) {
				at = endOfLine(text, token.start);
				comments.push(source.range(token.start, at));
				problem(source.range(token.start, at), "A comment in nginx starts with `#`; nginx reads this as a directive and does not start.");
			} else if (!first && stack.length > 1 && !token.quote && /^[^\w\s{$/]+\}$/.test(token.text)) {
				problem(token, `\`${token.text}\` is a word to nginx, not a \`}\`, so the block stays open; nginx does not start.`, safe("write `}`", replace(token, "}")));
				comments.push(source.range(token.start, token.end - 1));
				close(stack, token.end);
			} else {
				if (first && startsAnother(first, words.at(-1), token, stack)) missingSemicolon(token);
				words.push(token);
			}
		} else if (token.kind === ";") {
			if (first) add(token.end, true);
			else at = strayPunctuation(token);
		} else if (token.kind === "{") {
			if (!first) problem(token, "A block needs a name before its `{`; nginx does not start.");
			else if (inData(stack) && !template) {
				const owner = stack.at(-1)?.owner?.name.text;
				problem(token, `\`${owner}\` holds pairs, no blocks: nginx stops at this \`{\` and does not start.`);
			}
			if (first?.text.endsWith("_by_lua_block")) {
				const end = luaEnd(text, token.end);
				const lua = source.range(token.end, end.body);
				const block = {
					source,
					start: token.start,
					end: end.end,
					owner: void 0,
					children: [],
					lua,
					closed: end.closed
				};
				add(end.end, true, block);
				own(stack, block);
				at = end.end;
			} else {
				const block = {
					source,
					start: token.start,
					end: text.length,
					owner: void 0,
					children: [],
					closed: false
				};
				if (!first) words = [{
					...token,
					end: token.start,
					text: "",
					kind: "word",
					quote: ""
				}];
				add(text.length, true, block);
				own(stack, block);
				stack.push(block);
				if (stack.length > deepest$1) {
					problem(token, "Blocks are nested too deep here; what follows was not read.");
					break;
				}
			}
		} else {
			if (first) missingSemicolon();
			if (stack.length === 1) problem(token, "This `}` closes nothing: there is one too many, here or above; nginx does not start.");
			else close(stack, token.end);
		}
	}
	if (words.length > 0) missingSemicolon();
	const [, outermost, ...inner] = stack;
	if (outermost && !template) {
		const owner = outermost.owner;
		const also = inner.length > 0 ? `, nor ${inner.length === 1 ? "is one" : `are ${inner.length}`} in it` : "";
		problem(source.range(owner.start, outermost.start + 1), `The block \`${owner.name.text}\` is never closed with \`}\`${also}; nginx does not start.`);
	}
	return {
		kind: "nginx",
		path: source.path,
		source,
		root,
		context: contextOf(root),
		comments,
		problems,
		template
	};
	/** Whether a directive is a line of its own, and no block. */
	function endsInSemicolon({ start }) {
		return /^[^;{}]{0,1000};/.test(text.slice(start, start + 1001));
	}
	/** One problem for all that stand together; looking along the line for each of many would take its square. */
	function strayPunctuation(token) {
		let end = token.end;
		for (let i = end; i < text.length && /[;\t ]/.test(text[i]); i++) if (text[i] === ";") end = i + 1;
		const line = source.lineStarts[source.lineAt(token.start)];
		const first = token.start - line < longestIndent && text.slice(line, token.start).trim() === "";
		const rest = end === token.end && first ? text.slice(end, endOfLine(text, end)).trim() : "";
		if (rest !== "" && !/[;{}]/.test(rest)) {
			const stop = endOfLine(text, token.start);
			comments.push(source.range(token.start, stop));
			problem(source.range(token.start, stop), "`;` starts no comment in nginx, `#` does; nginx does not start.", safe("make it a comment", replace(token, "#")));
			return stop;
		}
		if (!template) {
			const at = source.range(token.start, end);
			problem(at, "Nothing stands before this `;`; nginx does not start.", safe("remove the `;`", replace(at, "")));
		}
		return end;
	}
	/** The part of an unclosed quoted word that is on its own line, without a `;` or ` {` at its end. */
	function lineOfQuote(token) {
		const line = text.slice(token.start, endOfLine(text, token.start)).replace(/\s*[;{]?\s*$/, "");
		const length = Math.max(1, line.length);
		return {
			source,
			start: token.start,
			end: token.start + length,
			kind: "word",
			quote: token.quote,
			text: line.slice(1)
		};
	}
}
/** Gives the block that was just added its directive, and remembers who owns it. */
function own(stack, block) {
	block.owner = stack.at(-1).children.at(-1);
}
function close(stack, end) {
	const block = stack.pop();
	block.end = end;
	block.closed = true;
	block.owner.end = end;
}
const inData = (stack) => dataBlocks.has(stack.at(-1)?.owner?.name.text ?? "");
const isConflictMarker = (token) => token.quote === "" && /^(<{7}|={7}|>{7}|\|{7})$/.test(token.text) && /^$|[\r\n]/.test(token.source.text.slice(token.start - 1, token.start) || "");
/**
* Whether a word is the next directive rather than one more argument: it has a directive's name, starts its line,
* and is not indented deeper than the directive before it.
*/
function startsAnother(first, previous, word, stack) {
	if (word.quote || inData(stack) || !rowsOf(word.text)) return false;
	const { source } = word;
	const line = source.lineAt(word.start);
	if (source.lineAt(previous.end) === line) return false;
	const indentOf = (token) => /^[ \t]*/.exec(source.slice({
		start: source.lineStarts[source.lineAt(token.start)],
		end: token.start
	}))?.[0] ?? "";
	const [outer, inner] = [indentOf(first), indentOf(word)];
	return inner.length <= outer.length || !inner.startsWith(outer);
}
/** A file's place is told by what it holds outermost. */
function contextOf(root) {
	const names = new Set(root.children.map((d) => d.name.text));
	const has = (...some) => some.some((name) => names.has(name));
	if (has("http", "events", "stream", "mail")) return "main";
	if (root.children.some((d) => d.name.text === "server" && d.block)) return "http";
	if (root.children.some((d) => d.name.text === "upstream" && d.block)) return "http";
	if (has("listen", "server_name")) return "server";
}
// action/lint/nginx/tree.ts
const lists = /* @__PURE__ */ new WeakMap();
/**
* All directives in the order of the text, each before what it contains. Not recursive, as blocks nest without limit,
* and put together once, as every rule asks for it.
*/
function walk(file) {
	const known = lists.get(file.root);
	if (known) return known;
	const list = [];
	const stack = [{
		list: file.root.children,
		next: 0
	}];
	while (stack.length > 0) {
		const top = stack.at(-1);
		const directive = top.list[top.next++];
		if (!directive) stack.pop();
		else {
			list.push(directive);
			if (directive.block) stack.push({
				list: directive.block.children,
				next: 0
			});
		}
	}
	lists.set(file.root, list);
	return list;
}
const byName = /* @__PURE__ */ new WeakMap();
/** All directives of those names in the order of the text. */
function named(file, ...names) {
	let index = byName.get(file.root);
	if (!index) {
		index = /* @__PURE__ */ new Map();
		for (const directive of walk(file)) {
			const alike = index.get(directive.name.text);
			if (alike) alike.push(directive);
			else index.set(directive.name.text, [directive]);
		}
		byName.set(file.root, index);
	}
	const [only] = names;
	if (names.length === 1) return index.get(only) ?? [];
	return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}
/** Nobody nests deeper; the bound keeps a hostile file from costing the square of its depth. */
const deepest = 64;
/** The block around one; of a file that others include, the one that the (first) `include` stands in. */
const around = (block) => (block.owner ?? block.includedBy?.[0])?.parent;
/** The directives around one, innermost first, also those of a file that includes its own. */
function* ancestors(directive) {
	let block = directive.parent;
	for (let depth = 0; block && depth < deepest; depth++, block = around(block)) if (block.owner) yield block.owner;
}
/** The innermost block of that name around the directive. */
function enclosing(directive, ...names) {
	for (const owner of ancestors(directive)) if (names.includes(owner.name.text)) return owner;
}
const indexes = /* @__PURE__ */ new WeakMap();
/** The children of that name, directly in the block. */
function children(block, ...names) {
	if (!block) return [];
	let index = indexes.get(block);
	if (!index) {
		index = /* @__PURE__ */ new Map();
		for (const child of block.children) {
			const alike = index.get(child.name.text);
			if (alike) alike.push(child);
			else index.set(child.name.text, [child]);
		}
		indexes.set(block, index);
	}
	if (names.length === 1) return index.get(names[0]) ?? [];
	return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}
/**
* The blocks from one outwards, level by level. The outermost directives of an included file stand in the same block as
* the `include`; where several places include it, a level is all of them.
*/
function* levels(block) {
	let level = [block];
	for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
		for (let i = 0; i < level.length && i < deepest; i++) for (const { parent } of level[i].includedBy ?? []) if (!level.includes(parent)) level.push(parent);
		yield level;
		level = level.flatMap((part) => part.owner?.parent ?? []);
	}
}
/**
* The directive that holds at a block by inheritance: the nearest block, going outwards, that has any of the name
* gives them all (nginx inherits lists such as proxy_set_header whole or not at all).
*/
function inherited(block, name) {
	for (const level of levels(block)) {
		const own = level.flatMap((part) => children(part, name));
		if (own.length > 0) return own;
	}
	return [];
}
export { toFillIn as A, holdsMarkup as C, isTemplated as D, isTemplate as E, Source as M, mayBeTemplated as O, filledIn as S, isExample as T, newlineOf as _, inherited as a, suggested as b, walk as c, directives as d, maybeThirdParty as f, lineBelow as g, lineAbove as h, enclosing as i, placeNamed as j, renderedPath as k, parseNginx as l, byName$1 as m, around as n, levels as o, rowsOf as p, children as r, named as s, ancestors as t, dataBlocks as u, replace as v, isBackup as w, wholeLine as x, safe as y };
