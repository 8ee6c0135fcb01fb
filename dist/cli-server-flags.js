import{ft as e,it as t,j as n,mt as r,nt as i}from"./cli-shared.js";
import{r as a,t as o}from"./cli-_node_os.js";
import{n as s,r as c,t as l}from"./cli-app.js";
import{t as u}from"./cli-process2.js";
var d=(function d(e){let{signal:t,...n}=e;return{...n,...t?{signal:t}:{},run:u,now:(()=>performance.now()),fetch:globalThis.fetch}});
var g=(function g(e,{cwd:n}){let i=t(n,e.config??`flask-deploy.yml`),a=_(i),{deploy:o}=a,s=e.host??[o.host??[]].flat();if(s.length===0)throw new r(`no host: give --host, or write deploy.host into ${i}`);let c=s.filter((e=>e.startsWith(`-`)));if(c.length>0)throw new r(`--host ${c[0]} is not the name of a host`);let l=s.map((r=>{let i=r.lastIndexOf(`@`);return{host:r.slice(i+1),user:e.user??(i>0?r.slice(0,i):o.user),port:e.port??o.port,...e.identity&&{identityFile:t(n,e.identity)},...e[`known-hosts`]&&{knownHostsFile:t(n,e[`known-hosts`])}}}));return{app:a,root:t(i,`..`),logins:l}});
var _=(function _(e){let t;try{t=n(e,`utf8`)}catch{throw new r(`there is no ${e}: run this where the app is, or name the file with --config`)}try{return c(t,e)}catch(e){throw e instanceof l?new r(...e.message.split(`
`)):e}});
var v=(function v(e,t){let n=Object.fromEntries(Object.entries(e.env).filter((e=>e[1]!==void 0)));return{...d({cacheDir:i(e.env.XDG_CACHE_HOME??i(o(),`.cache`),`flask-deploy`),env:n,log:t,signal:e.signal}),run:e.run}});
var b=(function b(t){let{message:n,next:r}=t;return new e(r?`${n}\n${r}`:n)});
const f=(e=>/^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(e)),p=[{name:`host`,kind:`text`,value:`HOST`,many:!0,help:`server to go to; may be given several times`},{name:`user`,kind:`text`,value:`USER`,help:`who logs in (deploy)`},{name:`port`,kind:`integer`,range:[1,65535],help:`port of sshd (22)`},{name:`identity`,kind:`text`,short:`i`,value:`FILE`,help:`private key to log in with`},{name:`known-hosts`,kind:`text`,value:`FILE`,help:`file that pins the server's host key`},{name:`config`,kind:`text`,value:`FILE`,help:`where the app's ${s} is`}],m=[...p,{name:`json`,kind:`boolean`,help:`the result as JSON on stdout`}],h={name:`release`,kind:`text`,value:`ID`,problem:(e=>f(e)?void 0:"is not the id of a release; `releases` lists them")};
const y=(()=>`${a().username} in a terminal`);
export{h as a,f as c,p as i,v as n,m as o,b as r,y as s,g as t};