/** Light and dark, as the system is. Hues of boxes take turns; what they mean is beside or in them. */
export const style: string = `
.plan{--bg:#fff;--fg:#1b1d21;--dim:#5c636e;--line:#d9dde3;--edge:#39404a;--peak:#f2c14e;--bound:#b3261e;--l:86%;--s:62%;font:11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color-scheme:light dark}
@media(prefers-color-scheme:dark){.plan{--bg:#14161a;--fg:#e6e8ec;--dim:#9aa3b0;--line:#2f343c;--edge:#aab3c0;--peak:#8a6a1c;--bound:#ff8a80;--l:27%;--s:34%}}
.plan .ground{fill:var(--bg)}
.plan text{fill:var(--fg);text-anchor:middle}
.plan .mark{fill:var(--dim)}
.plan .end{text-anchor:end}
.plan .start{text-anchor:start}
.plan .label{font-size:12px;font-weight:600}
.plan .title{font-size:13px;font-weight:600;text-anchor:start}
.plan .name{pointer-events:none}
.plan .grid{stroke:var(--line)}
.plan .box{stroke:var(--edge);stroke-width:.8}
.plan g:hover>.box{stroke-width:2.4}
.plan .peak{fill:var(--peak);opacity:.32}
.plan .bracket{stroke:var(--peak);stroke-width:4}
.plan .size{stroke:var(--fg);stroke-width:1.4}
.plan .bound{stroke:var(--bound);stroke-width:1.6;stroke-dasharray:7 4}
.plan .scratch{fill:url(#hatch)}
.plan .hatch-ground{fill:var(--bg)}
.plan .hatch-line{stroke:var(--dim);stroke-width:2}
${[210, 32, 142, 280, 188, 350, 62, 246].map((hue, i) => `.plan .c${i}{fill:hsl(${hue},var(--s),var(--l))}`).join("\n")}
`;
