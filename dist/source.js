// action/lint/template.ts
/**
* Files that something else renders: Jinja and cookiecutter, EJS and ERB, envsubst. What stands in the markup is not
* known here, so it is never an error, and a finding on a line with markup loses its weight.
*/
const templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;
/** Markup of Jinja, Handlebars, Go templates, EJS and ERB; `{{` with nothing sensible in it is no template. */
const markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
/** Names that a person or a sed script fills in: ${NAME} in capitals, @NAME@, __NAME__. */
const placeholder = /\$\{[A-Z][A-Z0-9_]*(?::?[-+?=][^}]*)?\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|%%[A-Z_]+%%/;
/** The path without a template's suffix: what the rendered file is called. */
const renderedPath = (path) => path.replace(templateSuffix, "");
function isTemplate(source) {
	return renderedPath(source.path) !== source.path || markup.test(source.text.slice(0, 2e5));
}
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
// action/lint/nginx/directives.ts
/** What nginx knows by name: where each directive may stand and how many arguments it takes. */
const directives = {
	absolute_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	accept_mutex: [[
		"events",
		1,
		1,
		0
	]],
	accept_mutex_delay: [[
		"events",
		1,
		1,
		0
	]],
	accept_terms_of_service: [[
		"acme_issuer",
		0,
		0,
		0
	]],
	access_log: [[
		"http limit_except location location-if server",
		1,
		-1,
		0
	], [
		"stream stream-server",
		1,
		-1,
		0
	]],
	account_key: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	acme_certificate: [[
		"server",
		1,
		-1,
		0
	]],
	acme_issuer: [[
		"http",
		1,
		1,
		1
	]],
	acme_shared_zone: [[
		"http",
		1,
		1,
		0
	]],
	add_after_body: [[
		"http location server",
		1,
		1,
		0
	]],
	add_before_body: [[
		"http location server",
		1,
		1,
		0
	]],
	add_header: [[
		"http location location-if server",
		2,
		3,
		0
	]],
	add_header_inherit: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	add_trailer: [[
		"http location location-if server",
		2,
		3,
		0
	]],
	add_trailer_inherit: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	addition_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	aio: [[
		"http location server",
		1,
		1,
		0
	]],
	aio_write: [[
		"http location server",
		1,
		1,
		0
	]],
	alias: [[
		"location",
		1,
		1,
		0
	]],
	allow: [[
		"http limit_except location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ancient_browser: [[
		"http location server",
		1,
		-1,
		0
	]],
	ancient_browser_value: [[
		"http location server",
		1,
		1,
		0
	]],
	api: [[
		"location",
		0,
		1,
		0
	]],
	auth_basic: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_basic_user_file: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_delay: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_http: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_http_header: [[
		"mail mail-server",
		2,
		2,
		0
	]],
	auth_http_pass_client_cert: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_http_timeout: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_jwt: [[
		"http limit_except location server",
		1,
		2,
		0
	]],
	auth_jwt_claim_set: [[
		"http",
		2,
		-1,
		0
	]],
	auth_jwt_header_set: [[
		"http",
		2,
		-1,
		0
	]],
	auth_jwt_key_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_jwt_key_file: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_jwt_key_request: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_jwt_leeway: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_jwt_require: [[
		"http limit_except location server",
		1,
		-1,
		0
	]],
	auth_jwt_type: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_oidc: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_request: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_request_set: [[
		"http location server",
		2,
		2,
		0
	]],
	auth_require: [[
		"http limit_except location server",
		1,
		-1,
		0
	]],
	autoindex: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_exact_size: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_format: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_localtime: [[
		"http location server",
		1,
		1,
		0
	]],
	"break": [[
		"location location-if server server-if",
		0,
		0,
		0
	]],
	challenge: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	charset_map: [[
		"http",
		2,
		2,
		1
	]],
	charset_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	chunked_transfer_encoding: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_in_file_only: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_in_single_buffer: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	client_body_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	client_header_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	client_header_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	client_id: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	client_max_body_size: [[
		"http location server",
		1,
		1,
		0
	]],
	client_secret: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	common_name_in_csr: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	config_url: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	connection_pool_size: [[
		"http server",
		1,
		1,
		0
	]],
	contact: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	cookie_name: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	create_full_put_path: [[
		"http location server",
		1,
		1,
		0
	]],
	daemon: [[
		"main",
		1,
		1,
		0
	]],
	dav_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	dav_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	debug_connection: [[
		"events",
		1,
		1,
		0
	]],
	debug_points: [[
		"main",
		1,
		1,
		0
	]],
	default_type: [[
		"http location server",
		1,
		1,
		0
	]],
	deny: [[
		"http limit_except location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	directio: [[
		"http location server",
		1,
		1,
		0
	]],
	directio_alignment: [[
		"http location server",
		1,
		1,
		0
	]],
	disable_symlinks: [[
		"http location server",
		1,
		2,
		0
	]],
	early_hints: [[
		"http location server",
		1,
		-1,
		0
	]],
	empty_gif: [[
		"location",
		0,
		0,
		0
	]],
	enforce_initial_report: [[
		"mgmt",
		1,
		1,
		0
	]],
	env: [[
		"main",
		1,
		1,
		0
	]],
	error_log: [[
		"http location mail main server stream",
		1,
		-1,
		0
	]],
	error_log_tag: [[
		"http location server",
		2,
		2,
		0
	]],
	error_page: [[
		"http location location-if server",
		2,
		-1,
		0
	]],
	etag: [[
		"http location server",
		1,
		1,
		0
	]],
	events: [[
		"main",
		0,
		0,
		1
	]],
	expires: [[
		"http location location-if server",
		1,
		2,
		0
	]],
	external_account_key: [[
		"acme_issuer",
		2,
		2,
		0
	]],
	extra_auth_args: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	f4f: [[
		"location",
		0,
		0,
		0
	]],
	f4f_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	fastcgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	fastcgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	fastcgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_catch_stderr: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_index: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_keep_conn: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	fastcgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	fastcgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_split_path_info: [[
		"location",
		1,
		1,
		0
	]],
	fastcgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	flv: [[
		"location",
		0,
		0,
		0
	]],
	frontchannel_logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	geo: [[
		"http",
		1,
		2,
		1
	], [
		"stream",
		1,
		2,
		1
	]],
	geoip_city: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_country: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_org: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_proxy: [[
		"http",
		1,
		1,
		0
	]],
	geoip_proxy_recursive: [[
		"http",
		1,
		1,
		0
	]],
	google_perftools_profiles: [[
		"main",
		1,
		1,
		0
	]],
	grpc_allow_upstream: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	grpc_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	grpc_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	grpc_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	grpc_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_set_header: [[
		"http location server",
		2,
		2,
		0
	]],
	grpc_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	]],
	grpc_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	]],
	grpc_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_name: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	]],
	grpc_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	gunzip: [[
		"http location server",
		1,
		1,
		0
	]],
	gunzip_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	gzip: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	gzip_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	gzip_comp_level: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_disable: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_http_version: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_min_length: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_proxied: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_static: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_vary: [[
		"http location server",
		1,
		1,
		0
	]],
	hash: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	health_check: [[
		"location",
		0,
		-1,
		0
	], [
		"stream-server",
		0,
		-1,
		0
	]],
	health_check_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	hls: [[
		"location",
		0,
		0,
		0
	]],
	hls_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	hls_forward_args: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_fragment: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_mp4_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_mp4_max_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	http: [[
		"main",
		0,
		0,
		1
	]],
	http2: [[
		"http server",
		1,
		1,
		0
	]],
	http2_body_preread_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_chunk_size: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_idle_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_concurrent_pushes: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_concurrent_streams: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_field_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_header_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_requests: [[
		"http server",
		1,
		1,
		0
	]],
	http2_push: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_push_preload: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_recv_buffer_size: [[
		"http",
		1,
		1,
		0
	]],
	http2_recv_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	http3: [[
		"http server",
		1,
		1,
		0
	]],
	http3_hq: [[
		"http server",
		1,
		1,
		0
	]],
	http3_max_concurrent_streams: [[
		"http server",
		1,
		1,
		0
	]],
	http3_stream_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	"if": [[
		"location server",
		1,
		-1,
		1
	]],
	if_modified_since: [[
		"http location server",
		1,
		1,
		0
	]],
	ignore_invalid_headers: [[
		"http server",
		1,
		1,
		0
	]],
	image_filter: [[
		"location",
		1,
		3,
		0
	]],
	image_filter_buffer: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_interlace: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_jpeg_quality: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_sharpen: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_transparency: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_webp_quality: [[
		"http location server",
		1,
		1,
		0
	]],
	imap_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	imap_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	imap_client_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	include: [[
		"any",
		1,
		1,
		0
	]],
	index: [[
		"http location server",
		1,
		-1,
		0
	]],
	internal: [[
		"location",
		0,
		0,
		0
	]],
	internal_redirect: [[
		"location server",
		1,
		1,
		0
	]],
	ip_hash: [[
		"upstream",
		0,
		0,
		0
	]],
	issuer: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	js_access: [[
		"limit_except location location-if",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_body_filter: [[
		"limit_except location location-if",
		1,
		2,
		0
	]],
	js_content: [[
		"limit_except location location-if",
		1,
		1,
		0
	]],
	js_context_reuse: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_engine: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_ciphers: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_requests: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_time: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_max_response_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_protocols: [[
		"http location server",
		0,
		4,
		0
	], [
		"stream stream-server",
		0,
		4,
		0
	]],
	js_fetch_proxy: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_verify: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_verify_depth: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_filter: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	js_header_filter: [[
		"limit_except location location-if",
		1,
		1,
		0
	]],
	js_import: [[
		"http location server",
		3,
		3,
		0
	], [
		"stream stream-server",
		3,
		3,
		0
	]],
	js_include: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	js_load_http_native_module: [[
		"main",
		1,
		3,
		0
	]],
	js_load_stream_native_module: [[
		"main",
		1,
		3,
		0
	]],
	js_path: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_periodic: [[
		"location",
		1,
		4,
		0
	], [
		"stream-server",
		1,
		4,
		0
	]],
	js_preload_object: [[
		"http location server",
		3,
		3,
		0
	], [
		"stream stream-server",
		3,
		3,
		0
	]],
	js_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	js_set: [[
		"http location server",
		2,
		3,
		0
	], [
		"stream stream-server",
		2,
		3,
		0
	]],
	js_shared_dict_zone: [[
		"http",
		1,
		5,
		0
	], [
		"stream",
		1,
		5,
		0
	]],
	js_var: [[
		"http location server",
		1,
		2,
		0
	], [
		"stream stream-server",
		1,
		2,
		0
	]],
	keepalive: [[
		"upstream",
		1,
		2,
		0
	]],
	keepalive_disable: [[
		"http location server",
		1,
		-1,
		0
	]],
	keepalive_min_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	keepalive_requests: [[
		"http location server",
		1,
		1,
		0
	], [
		"upstream",
		1,
		1,
		0
	]],
	keepalive_time: [[
		"http location server",
		1,
		1,
		0
	], [
		"upstream",
		1,
		1,
		0
	]],
	keepalive_timeout: [[
		"http location server",
		1,
		2,
		0
	], [
		"upstream",
		1,
		2,
		0
	]],
	keyval: [[
		"http",
		3,
		3,
		0
	], [
		"stream",
		3,
		3,
		0
	]],
	keyval_zone: [[
		"http",
		1,
		-1,
		0
	], [
		"stream",
		1,
		-1,
		0
	]],
	large_client_header_buffers: [[
		"http server",
		2,
		2,
		0
	]],
	least_conn: [[
		"upstream",
		0,
		0,
		0
	], [
		"stream-upstream",
		0,
		0,
		0
	]],
	least_time: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	license_token: [[
		"mgmt",
		1,
		1,
		0
	]],
	limit_conn: [[
		"http location server",
		2,
		2,
		0
	], [
		"stream stream-server",
		2,
		2,
		0
	]],
	limit_conn_dry_run: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	limit_conn_log_level: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	limit_conn_status: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_conn_zone: [[
		"http",
		2,
		2,
		0
	], [
		"stream",
		2,
		2,
		0
	]],
	limit_except: [[
		"location",
		1,
		-1,
		1
	]],
	limit_rate: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	limit_rate_after: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	limit_req: [[
		"http location server",
		1,
		3,
		0
	]],
	limit_req_dry_run: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_log_level: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_status: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_zone: [[
		"http",
		3,
		4,
		0
	]],
	limit_zone: [[
		"http",
		3,
		3,
		0
	]],
	lingering_close: [[
		"http location server",
		1,
		1,
		0
	]],
	lingering_time: [[
		"http location server",
		1,
		1,
		0
	]],
	lingering_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	listen: [
		[
			"server",
			1,
			-1,
			0
		],
		[
			"mail-server",
			1,
			-1,
			0
		],
		[
			"stream-server",
			1,
			-1,
			0
		]
	],
	load_module: [[
		"main",
		1,
		1,
		0
	]],
	location: [[
		"location server",
		1,
		2,
		1
	]],
	lock_file: [[
		"main",
		1,
		1,
		0
	]],
	log_format: [[
		"http",
		2,
		-1,
		0
	], [
		"stream",
		2,
		-1,
		0
	]],
	log_not_found: [[
		"http location server",
		1,
		1,
		0
	]],
	log_subrequest: [[
		"http location server",
		1,
		1,
		0
	]],
	logout_token_hint: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	mail: [[
		"main",
		0,
		0,
		1
	]],
	map: [[
		"http",
		2,
		2,
		1
	], [
		"stream",
		2,
		2,
		1
	]],
	map_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	map_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	master_process: [[
		"main",
		1,
		1,
		0
	]],
	match: [[
		"http",
		1,
		1,
		1
	], [
		"stream",
		1,
		1,
		1
	]],
	max_errors: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	max_headers: [[
		"http server",
		1,
		1,
		0
	]],
	max_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	memcached_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	memcached_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_gzip_flag: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	memcached_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	memcached_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	merge_slashes: [[
		"http server",
		1,
		1,
		0
	]],
	mgmt: [[
		"main",
		0,
		0,
		1
	]],
	min_delete_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	mirror: [[
		"http location server",
		1,
		1,
		0
	]],
	mirror_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	modern_browser: [[
		"http location server",
		1,
		2,
		0
	]],
	modern_browser_value: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4: [[
		"location",
		0,
		0,
		0
	]],
	mp4_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_limit_rate_after: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_max_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_start_key_frame: [[
		"http location server",
		1,
		1,
		0
	]],
	mqtt: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	mqtt_buffers: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	mqtt_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	mqtt_rewrite_buffer_size: [[
		"stream-server",
		1,
		1,
		0
	]],
	mqtt_set_connect: [[
		"stream-server",
		2,
		2,
		0
	]],
	msie_padding: [[
		"http location server",
		1,
		1,
		0
	]],
	msie_refresh: [[
		"http location server",
		1,
		1,
		0
	]],
	multi_accept: [[
		"events",
		1,
		1,
		0
	]],
	ntlm: [[
		"upstream",
		0,
		0,
		0
	]],
	num_map: [[
		"http",
		1,
		2,
		1
	], [
		"stream",
		1,
		2,
		1
	]],
	oidc_provider: [[
		"http",
		1,
		1,
		1
	]],
	open_file_cache: [[
		"http location server",
		1,
		2,
		0
	]],
	open_file_cache_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	open_file_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	open_file_cache_valid: [[
		"http location server",
		1,
		1,
		0
	]],
	open_log_file_cache: [[
		"http location server",
		1,
		4,
		0
	], [
		"stream stream-server",
		1,
		4,
		0
	]],
	otel_exporter: [[
		"http",
		0,
		0,
		1
	]],
	otel_resource_attr: [[
		"http",
		2,
		2,
		0
	]],
	otel_service_name: [[
		"http",
		1,
		1,
		0
	]],
	otel_span_attr: [[
		"http location server",
		2,
		2,
		0
	]],
	otel_span_name: [[
		"http location server",
		1,
		1,
		0
	]],
	otel_trace: [[
		"http location server",
		1,
		1,
		0
	]],
	otel_trace_context: [[
		"http location server",
		1,
		1,
		0
	]],
	output_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	override_charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	pass: [[
		"stream-server",
		1,
		1,
		0
	]],
	pcre_jit: [[
		"main",
		1,
		1,
		0
	]],
	perl: [[
		"limit_except location",
		1,
		1,
		0
	]],
	perl_modules: [[
		"http",
		1,
		1,
		0
	]],
	perl_require: [[
		"http",
		1,
		1,
		0
	]],
	perl_set: [[
		"http",
		2,
		2,
		0
	]],
	pid: [[
		"main",
		1,
		1,
		0
	]],
	pkce: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	pop3_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	pop3_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	port_in_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	post_logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	postpone_output: [[
		"http location server",
		1,
		1,
		0
	]],
	preferred_chain: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	preread_buffer_size: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	preread_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	profile: [[
		"acme_issuer",
		1,
		2,
		0
	]],
	protocol: [[
		"mail-server",
		1,
		1,
		0
	]],
	proxy: [[
		"mgmt",
		1,
		1,
		0
	]],
	proxy_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_bind: [[
		"http location server",
		1,
		2,
		0
	], [
		"stream stream-server",
		1,
		2,
		0
	]],
	proxy_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	proxy_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_convert_head: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	proxy_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_cookie_domain: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_cookie_flags: [[
		"http location server",
		1,
		4,
		0
	]],
	proxy_cookie_path: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_download_rate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_half_close: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_headers_hash_bucket_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_headers_hash_max_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_http_version: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_method: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_pass: [[
		"limit_except location location-if",
		1,
		1,
		0
	], [
		"stream-server",
		1,
		1,
		0
	]],
	proxy_pass_error_message: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_trailers: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_password: [[
		"mgmt",
		1,
		1,
		0
	]],
	proxy_protocol: [[
		"mail mail-server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_protocol_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_redirect: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_requests: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_responses: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_session_drop: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_set_body: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_set_header: [[
		"http location server",
		2,
		2,
		0
	]],
	proxy_smtp_auth: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_alpn: [[
		"stream stream-server",
		1,
		-1,
		0
	]],
	proxy_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	], [
		"stream stream-server",
		1,
		3,
		0
	]],
	proxy_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	], [
		"stream stream-server",
		2,
		2,
		0
	]],
	proxy_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_name: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	], [
		"stream stream-server",
		0,
		6,
		0
	]],
	proxy_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_store: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	proxy_timeout: [[
		"mail mail-server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_upload_rate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_username: [[
		"mgmt",
		1,
		1,
		0
	]],
	queue: [[
		"upstream",
		1,
		2,
		0
	]],
	quic_active_connection_id_limit: [[
		"http server",
		1,
		1,
		0
	]],
	quic_bpf: [[
		"main",
		1,
		1,
		0
	]],
	quic_gso: [[
		"http server",
		1,
		1,
		0
	]],
	quic_host_key: [[
		"http server",
		1,
		1,
		0
	]],
	quic_retry: [[
		"http server",
		1,
		1,
		0
	]],
	random: [[
		"upstream",
		0,
		2,
		0
	], [
		"stream-upstream",
		0,
		2,
		0
	]],
	random_index: [[
		"location",
		1,
		1,
		0
	]],
	read_ahead: [[
		"http location server",
		1,
		1,
		0
	]],
	real_ip_header: [[
		"http location server",
		1,
		1,
		0
	]],
	real_ip_recursive: [[
		"http location server",
		1,
		1,
		0
	]],
	recursive_error_pages: [[
		"http location server",
		1,
		1,
		0
	]],
	redirect_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	referer_hash_bucket_size: [[
		"location server",
		1,
		1,
		0
	]],
	referer_hash_max_size: [[
		"location server",
		1,
		1,
		0
	]],
	request_pool_size: [[
		"http server",
		1,
		1,
		0
	]],
	reset_timedout_connection: [[
		"http location server",
		1,
		1,
		0
	]],
	resolver: [
		[
			"http location server",
			1,
			-1,
			0
		],
		[
			"upstream",
			1,
			-1,
			0
		],
		[
			"mail mail-server",
			1,
			-1,
			0
		],
		[
			"mgmt",
			1,
			-1,
			0
		],
		[
			"stream stream-server",
			1,
			-1,
			0
		],
		[
			"stream-upstream",
			1,
			-1,
			0
		]
	],
	resolver_timeout: [
		[
			"http location server",
			1,
			1,
			0
		],
		[
			"upstream",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		],
		[
			"stream-upstream",
			1,
			1,
			0
		]
	],
	"return": [[
		"location location-if server server-if",
		1,
		2,
		0
	], [
		"stream-server",
		1,
		2,
		0
	]],
	rewrite: [[
		"location location-if server server-if",
		2,
		3,
		0
	]],
	rewrite_log: [[
		"http location location-if server server-if",
		1,
		1,
		0
	]],
	root: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	satisfy: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	scgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	scgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	scgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	scgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	scgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	scope: [[
		"oidc_provider",
		1,
		-1,
		0
	]],
	secure_link: [[
		"http location server",
		1,
		1,
		0
	]],
	secure_link_md5: [[
		"http location server",
		1,
		1,
		0
	]],
	secure_link_secret: [[
		"location",
		1,
		1,
		0
	]],
	send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	sendfile: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	sendfile_max_chunk: [[
		"http location server",
		1,
		1,
		0
	]],
	server: [
		[
			"http",
			0,
			0,
			1
		],
		[
			"upstream",
			1,
			-1,
			0
		],
		[
			"mail",
			0,
			0,
			1
		],
		[
			"stream",
			0,
			0,
			1
		],
		[
			"stream-upstream",
			1,
			-1,
			0
		]
	],
	server_name: [
		[
			"server",
			1,
			-1,
			0
		],
		[
			"mail mail-server",
			1,
			-1,
			0
		],
		[
			"stream-server",
			1,
			-1,
			0
		]
	],
	server_name_in_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	server_names_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	server_names_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	server_tokens: [[
		"http location server",
		1,
		1,
		0
	]],
	session_log: [[
		"http location server",
		1,
		1,
		0
	]],
	session_log_format: [[
		"http",
		2,
		-1,
		0
	]],
	session_log_zone: [[
		"http",
		2,
		6,
		0
	]],
	session_store: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	session_timeout: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	set: [[
		"location location-if server server-if",
		2,
		2,
		0
	], [
		"stream-server",
		2,
		2,
		0
	]],
	set_real_ip_from: [
		[
			"http location server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	slice: [[
		"http location server",
		1,
		1,
		0
	]],
	smtp_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	smtp_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	smtp_client_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	smtp_greeting_delay: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	source_charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	split_clients: [[
		"http",
		2,
		2,
		1
	], [
		"stream",
		2,
		2,
		1
	]],
	ssi: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	ssi_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_min_file_chunk: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_silent_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	ssi_value_length: [[
		"http location server",
		1,
		1,
		0
	]],
	ssl: [[
		"http server",
		1,
		1,
		0
	], [
		"mail mail-server",
		1,
		1,
		0
	]],
	ssl_alpn: [[
		"stream stream-server",
		1,
		-1,
		0
	]],
	ssl_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	ssl_certificate: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_certificate_cache: [[
		"http server",
		1,
		3,
		0
	], [
		"stream stream-server",
		1,
		3,
		0
	]],
	ssl_certificate_compression: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_certificate_key: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_ciphers: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_client_certificate: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_conf_command: [
		[
			"http server",
			2,
			2,
			0
		],
		[
			"mail mail-server",
			2,
			2,
			0
		],
		[
			"stream stream-server",
			2,
			2,
			0
		]
	],
	ssl_crl: [
		[
			"oidc_provider",
			1,
			1,
			0
		],
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"mgmt",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_dhparam: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_early_data: [[
		"http server",
		1,
		1,
		0
	]],
	ssl_ecdh_curve: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_ech_file: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_engine: [[
		"main",
		1,
		1,
		0
	]],
	ssl_handshake_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_key_log: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_object_cache_inheritable: [[
		"main",
		1,
		1,
		0
	]],
	ssl_ocsp: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_ocsp_cache: [[
		"http server",
		0,
		1,
		0
	], [
		"stream stream-server",
		0,
		1,
		0
	]],
	ssl_ocsp_responder: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_password_file: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_prefer_server_ciphers: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_protocols: [
		[
			"http server",
			0,
			6,
			0
		],
		[
			"mail mail-server",
			0,
			6,
			0
		],
		[
			"stream stream-server",
			0,
			6,
			0
		]
	],
	ssl_reject_handshake: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_session_cache: [
		[
			"http server",
			1,
			2,
			0
		],
		[
			"mail mail-server",
			1,
			2,
			0
		],
		[
			"stream stream-server",
			1,
			2,
			0
		]
	],
	ssl_session_ticket_key: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_session_tickets: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_session_timeout: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_stapling: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_file: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_responder: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_verify: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_trusted_certificate: [
		[
			"acme_issuer",
			1,
			1,
			0
		],
		[
			"oidc_provider",
			1,
			1,
			0
		],
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"mgmt",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_verify: [[
		"acme_issuer",
		1,
		1,
		0
	], [
		"mgmt",
		1,
		1,
		0
	]],
	ssl_verify_client: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_verify_depth: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	stall_threshold: [[
		"events",
		1,
		1,
		0
	]],
	starttls: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	state: [[
		"upstream",
		1,
		1,
		0
	], [
		"stream-upstream",
		1,
		1,
		0
	]],
	state_path: [[
		"acme_issuer",
		1,
		1,
		0
	], [
		"mgmt",
		1,
		1,
		0
	]],
	status: [[
		"location",
		0,
		0,
		0
	]],
	status_format: [[
		"http location server",
		1,
		2,
		0
	]],
	status_zone: [[
		"location location-if server",
		1,
		1,
		0
	], [
		"server",
		1,
		1,
		0
	]],
	sticky: [[
		"upstream",
		1,
		-1,
		0
	]],
	stream: [[
		"main",
		0,
		0,
		1
	]],
	stub_status: [[
		"location server",
		0,
		1,
		0
	]],
	sub_filter: [[
		"http location server",
		2,
		2,
		0
	]],
	sub_filter_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	sub_filter_once: [[
		"http location server",
		1,
		1,
		0
	]],
	sub_filter_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	subrequest_output_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	tcp_nodelay: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	tcp_nopush: [[
		"http location server",
		1,
		1,
		0
	]],
	thread_pool: [[
		"main",
		2,
		3,
		0
	]],
	timeout: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	timer_resolution: [[
		"main",
		1,
		1,
		0
	]],
	try_files: [[
		"location server",
		2,
		-1,
		0
	]],
	tunnel_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	tunnel_bind: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	tunnel_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_pass: [[
		"location location-if server",
		0,
		1,
		0
	]],
	tunnel_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	types: [[
		"http location server",
		0,
		0,
		1
	]],
	types_hash_bucket_size: [[
		"http location server",
		1,
		1,
		0
	]],
	types_hash_max_size: [[
		"http location server",
		1,
		1,
		0
	]],
	underscores_in_headers: [[
		"http server",
		1,
		1,
		0
	]],
	uninitialized_variable_warn: [[
		"http location location-if server server-if",
		1,
		1,
		0
	]],
	upstream: [[
		"http",
		1,
		1,
		1
	], [
		"stream",
		1,
		1,
		1
	]],
	upstream_conf: [[
		"location",
		0,
		0,
		0
	]],
	uri: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	usage_report: [[
		"mgmt",
		0,
		2,
		0
	]],
	use: [[
		"events",
		1,
		1,
		0
	]],
	user: [[
		"main",
		1,
		2,
		0
	]],
	userid: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_domain: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_expires: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_flags: [[
		"http location server",
		1,
		-1,
		0
	]],
	userid_mark: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_name: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_p3p: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_path: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_service: [[
		"http location server",
		1,
		1,
		0
	]],
	userinfo: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	uwsgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	uwsgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	uwsgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	uwsgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_modifier1: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_modifier2: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	uwsgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	uwsgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	]],
	uwsgi_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	]],
	uwsgi_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_name: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	]],
	uwsgi_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	valid_referers: [[
		"location server",
		1,
		-1,
		0
	]],
	variables_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	variables_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	worker_aio_requests: [[
		"events",
		1,
		1,
		0
	]],
	worker_connections: [[
		"events",
		1,
		1,
		0
	]],
	worker_cpu_affinity: [[
		"main",
		1,
		-1,
		0
	]],
	worker_priority: [[
		"main",
		1,
		1,
		0
	]],
	worker_processes: [[
		"main",
		1,
		1,
		0
	]],
	worker_rlimit_core: [[
		"main",
		1,
		1,
		0
	]],
	worker_rlimit_nofile: [[
		"main",
		1,
		1,
		0
	]],
	worker_shutdown_timeout: [[
		"main",
		1,
		1,
		0
	]],
	working_directory: [[
		"main",
		1,
		1,
		0
	]],
	xclient: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	xml_entities: [[
		"http location server",
		1,
		1,
		0
	]],
	xml_external_entities: [[
		"http location server",
		1,
		1,
		0
	]],
	xslt_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	xslt_param: [[
		"http location server",
		2,
		2,
		0
	]],
	xslt_string_param: [[
		"http location server",
		2,
		2,
		0
	]],
	xslt_stylesheet: [[
		"location",
		1,
		-1,
		0
	]],
	xslt_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	zone: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	zone_sync: [[
		"stream-server",
		0,
		0,
		0
	]],
	zone_sync_buffers: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	zone_sync_connect_retry_interval: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_connect_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_interval: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_recv_buffer_size: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_server: [[
		"stream-server",
		1,
		2,
		0
	]],
	zone_sync_ssl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_certificate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_certificate_key: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_ciphers: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_conf_command: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	zone_sync_ssl_crl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_name: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_password_file: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_protocols: [[
		"stream stream-server",
		0,
		6,
		0
	]],
	zone_sync_ssl_server_name: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_trusted_certificate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_verify: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_verify_depth: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]]
};
/** Rows of a name, or undefined for a name that neither nginx nor a widespread module has. */
function rowsOf(name) {
	return Object.hasOwn(directives, name) ? directives[name] : void 0;
}
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
	const missingSemicolon = () => {
		const last = words.at(-1);
		if (!template) problem(source.range(words[0].start, last.end), `\`${words[0].text}\` does not end in \`;\`, so nginx takes what follows for its arguments and does not start.`, {
			kind: "safe",
			title: "add the `;`",
			edits: [{
				at: source.range(last.end, last.end),
				text: ";"
			}]
		});
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
				problem(token, `\`${token.text}\` is a word to nginx, not a \`}\`, so the block stays open; nginx does not start.`, {
					kind: "safe",
					title: "write `}`",
					edits: [{
						at: token,
						text: "}"
					}]
				});
				comments.push(source.range(token.start, token.end - 1));
				close(stack, token.end);
			} else {
				if (first && startsAnother(first, words.at(-1), token, stack)) missingSemicolon();
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
	for (const block of stack.slice(1).reverse()) {
		if (template) continue;
		const owner = block.owner;
		problem(source.range(owner.start, block.start + 1), `The block \`${owner.name.text}\` is never closed with \`}\`; nginx does not start.`);
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
	function strayPunctuation(token) {
		const line = source.lineAt(token.start);
		const rest = text.slice(token.end, endOfLine(text, token.end)).trim();
		if (source.line(line).text.slice(0, token.start - source.line(line).start).trim() === "" && rest !== "" && !/[;{}]/.test(rest)) {
			const end = endOfLine(text, token.start);
			comments.push(source.range(token.start, end));
			problem(source.range(token.start, end), "`;` starts no comment in nginx, `#` does; nginx does not start.", {
				kind: "safe",
				title: "make it a comment",
				edits: [{
					at: token,
					text: "#"
				}]
			});
			return end;
		}
		if (!template) problem(token, "Nothing stands before this `;`; nginx does not start.", {
			kind: "safe",
			title: "remove the `;`",
			edits: [{
				at: token,
				text: ""
			}]
		});
		return token.end;
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
// action/lint/source.ts
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
export { mayBeTemplated as _, enclosing as a, walk as c, directives as d, maybeThirdParty as f, isTemplated as g, isTemplate as h, children as i, parseNginx as l, holdsMarkup as m, ancestors as n, inherited as o, rowsOf as p, around as r, levels as s, Source as t, dataBlocks as u, renderedPath as v };
