import type { NginxRow } from "../tables/build.ts";
import { byName } from "../tables/grouped.ts";
import table from "../tables/nginx.generated.json" with { type: "json" };

/** nginx's directives by name: their contexts, and how many arguments they take. */
export const directives = byName<readonly NginxRow[]>(table);

/** Rows of a name, or undefined for a name that neither nginx nor a widespread module has. */
export const rowsOf = (name: string): readonly NginxRow[] | undefined => directives.get(name);

/** Modules that distributions package or users compile in, by the prefixes of their directives. */
const thirdParty =
  /^(?:lua_|more_(?:set|clear)_|brotli|zstd|modsecurity|passenger_|rails_|pagespeed|vhost_traffic_status|nchan_|geoip2|fancyindex|upload_|echo|auth_ldap|auth_pam|auth_gss|auth_spnego|auth_cookie|auth_digest|opentelemetry|opentracing|otel_|datadog_|push_stream|subs_filter|replace_filter|set_(?:by_lua|unescape_uri|escape_uri|quote_|base32|decode_|encode_|hex_|sha1|md5|random|hashed_|secure_random|rotate|local_today|formatted_|hmac_|misc|if_empty|form_input)|memc_|redis|drizzle_|postgres_|pgsql_|xss_|iconv_|ajp_|check(?:_|$)|naxsi|MainRule$|BasicRule$|CheckRule$|SecRules|LearningMode$|DeniedUrl$|LibInjection|rds_|encrypted_session|array_|eval|slowfs_|accesskey|mogilefs|dav_ext|rtmp|dyups|concat|trim|footer|sysguard|limit_traffic|limit_speed|testcookie|cache_purge|proxy_cache_purge|fastcgi_cache_purge|uwsgi_cache_purge|scgi_cache_purge|jwt_|auth_jwt|ssl_ct|security_headers|hide_server_tokens|headers_more|image_filter|ndk_|perl|uploadprogress|track_uploads|report_uploads|upload_progress|srcache_|php_|vod|live$|record|application$|hls|dash|exec|allow_|chunk_size|wave|push|pull|on_publish|on_play|on_done|interleave|meta|sticky|upsync|consistent_hash|fair$|least_time|jdomain|stream_lua|access_by_|content_by_|rewrite_by_|header_filter_by_|body_filter_by_|log_by_|init_by_|init_worker_by_|exit_worker_by_|balancer_by_|ssl_certificate_by_|ssl_client_hello_by_|ssl_session_fetch_by_|ssl_session_store_by_|preread_by_|server_rewrite_by_|acme_|njs_|js_|quic_|xclient|proxy_protocol_vendor|health_check|mod_zip|unzip|delay$|pinba_|statsd|prometheus|cookie_flag|cookie_limit|pubcookie|webp|spdy_|http_port|sorted_querystring|length_hiding|immutable|ipset|cors|nginx_)/;

/** Whether the name may be of a module without a table here. */
export const maybeThirdParty = (name: string) => thirdParty.test(name) || /_by_lua(_block|_file)?$/.test(name);

/** Blocks whose content is data, not directives. */
export const dataBlocks: ReadonlySet<string> = new Set([
  "map",
  "types",
  "geo",
  "geoip2",
  "split_clients",
  "charset_map",
  "num_map",
  "match",
]);
