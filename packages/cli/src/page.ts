import { Markup, markup } from "@thimble/conformance/markup";

/** Pages load nothing, and nothing can be loaded. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The looks of a page, in the system's light or dark theme. */
const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1d21;--dim:#5c636e;--line:#d9dde3;--box:#f5f6f8}
@media(prefers-color-scheme:dark){:root{--bg:#14161a;--fg:#e6e8ec;--dim:#9aa3b0;--line:#2f343c;--box:#1c1f25}}
*{box-sizing:border-box}
body{margin:0 auto;padding:0 20px 60px;max-width:1280px;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
h1{font-size:24px;line-height:1.25;margin:28px 0 12px;overflow-wrap:anywhere}
h2{font-size:18px;margin:36px 0 8px}
p{color:var(--dim);max-width:80ch;margin:8px 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:12px 0 20px}
dt{color:var(--dim)}
dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
svg{display:block}
table{border-collapse:collapse;font-size:13px;line-height:1.35;width:100%}
th,td{padding:4px 10px;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--dim);background:var(--box)}
td{overflow-wrap:anywhere}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
.number{width:1%}
.name{min-width:28ch}
.kind{white-space:nowrap}
.chosen{font-weight:600}
`;

/** A page of its own: one file, which loads nothing and runs nothing. `style` is what it has besides every page's looks. */
export const htmlPage = (title: string, body: Markup, style = ""): string =>
  markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${title}</title><style>${new Markup(STYLE + style)}</style></head>
<body>${body}
</body></html>
`.text;
