/** The page's looks. Colours are those of the system's light or dark theme; every colour has a sign beside it. */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1d21;--dim:#5c636e;--line:#d9dde3;--box:#f5f6f8;--good:#1a7f37;--good-bg:#e3f4e7;--bad:#b3261e;--bad-bg:#fbe3e1;--warn:#8a5a00;--warn-bg:#fdf0d5;--bar:#3b73c4;--cell:#e7eaee;--link:#1f5fbf}
@media(prefers-color-scheme:dark){:root{--bg:#14161a;--fg:#e6e8ec;--dim:#9aa3b0;--line:#2f343c;--box:#1c1f25;--good:#5fd07f;--good-bg:#17301f;--bad:#ff8a80;--bad-bg:#42201e;--warn:#f0c060;--warn-bg:#37290f;--bar:#6ea3ee;--cell:#2a2f37;--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
header,main{max-width:1200px;margin:auto;padding:0 20px}
main{padding-bottom:60px}
h1{font-size:26px;line-height:1.25;margin:28px 0 4px;overflow-wrap:anywhere}
h2{font-size:20px;margin:44px 0 8px}
h3{font-size:15px;margin:20px 0 6px}
p{margin:6px 0 12px;max-width:80ch}
a{color:var(--link)}
code,pre,.m{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
.verdict{display:inline-block;padding:3px 12px;border-radius:20px;font-weight:600;margin-top:10px}
.good{color:var(--good);background:var(--good-bg)}
.bad{color:var(--bad);background:var(--bad-bg)}
.tiles{display:flex;flex-wrap:wrap;gap:10px;margin:16px 0;padding:0;list-style:none}
.tiles li{background:var(--box);border:1px solid var(--line);border-radius:8px;padding:8px 14px;min-width:104px}
.tiles b{display:block;font-size:21px;line-height:1.3;font-variant-numeric:tabular-nums}
.tiles span{color:var(--dim);font-size:13px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:12px 0}
dt{color:var(--dim)}
dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin:18px 0 0}
.find{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;background:var(--bg);border-bottom:1px solid var(--line);padding:9px 0;margin-top:14px}
.find[hidden]{display:none}
.find input[type=search]{font:inherit;color:inherit;background:var(--box);border:1px solid var(--line);border-radius:6px;padding:5px 10px;width:260px;max-width:100%}
.find label{display:flex;gap:8px;align-items:center}
.find output{color:var(--dim);font-size:13px}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.35}
th,td{padding:4px 8px;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;vertical-align:bottom;color:var(--dim);font-weight:600;background:var(--box)}
tbody th{font-weight:600}
tbody tr:hover{background:var(--box)}
tbody+tbody tr:first-child>*{border-top:2px solid var(--line)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.t{color:var(--dim);overflow-wrap:anywhere;min-width:130px;max-width:280px}
.x td{text-align:center;padding:4px 3px}
.x .n{text-align:right;padding:4px 8px}
[id]{scroll-margin-top:60px}
.x .t{text-align:left;padding:4px 8px}
.x thead .c{padding:8px 3px;text-align:center;height:96px}
.c span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
.x th:first-child{position:sticky;left:0;background:var(--bg);z-index:1}
.x thead th:first-child{background:var(--box)}
.p{color:var(--good)}
.f{background:var(--bad-bg);white-space:nowrap}
.f,.f a,.no{color:var(--bad);font-weight:600}
.w{color:var(--warn)}
.s{color:var(--dim)}
.bar{display:flex;align-items:center;gap:8px;min-width:170px}
.bar i{height:9px;border-radius:2px;background:var(--bar);min-width:2px}
.bar.slow i{background:var(--warn)}
details{border:1px solid var(--line);border-radius:8px;margin:6px 0;background:var(--bg)}
summary{cursor:pointer;padding:6px 12px;overflow-wrap:anywhere}
summary .s{font-size:13px}
details>div{padding:0 14px 10px;border-top:1px solid var(--line)}
.msg{overflow-wrap:anywhere;margin:2px 0}
.cmd{display:flex;gap:8px;align-items:start;background:var(--box);border:1px solid var(--line);border-radius:6px;padding:6px 10px;margin:8px 0}
.cmd code{flex:1}
button{font:inherit;font-size:13px;color:var(--link);background:none;border:1px solid var(--line);border-radius:6px;padding:1px 9px;cursor:pointer}
.pics{display:flex;flex-wrap:wrap;gap:10px 14px;margin:8px 0;align-items:end}
figure{margin:8px 0}
.pics figure{margin:0}
figcaption{color:var(--dim);font-size:12px}
svg{display:block;max-width:100%;height:auto}
.e{fill:var(--cell)}
.d{fill:var(--bad)}
.o{fill:none;stroke:var(--fg)}
.g{fill:none;stroke:var(--bg);opacity:.7}
ul.plain{list-style:none;margin:0;padding:0}
pre{overflow:auto;max-height:200px;background:var(--box);border-radius:6px;padding:8px;white-space:pre-wrap;overflow-wrap:anywhere}
[data-k][hidden],tbody[hidden],section[hidden]{display:none}
@media(max-width:600px){header,main{padding:0 12px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}h1{font-size:21px}[id]{scroll-margin-top:100px}.tiles li{flex:1 1 96px;min-width:0}}
@media print{.find,nav,button{display:none}.scroll{overflow:visible}}
`;
