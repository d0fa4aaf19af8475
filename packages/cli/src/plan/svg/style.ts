/** Boxes take turns with them. */
export const HUES: readonly number[] = [210, 32, 142, 280, 188, 350, 62, 246];

/** Light and dark, as the system is. What a colour means is written beside it or in it. */
export const style: string = `
.plan{--bg:#fff;--fg:#1b1d21;--dim:#5c636e;--line:#d9dde3;--edge:#39404a;--peak:#f2c14e;--bracket:#b07a00;--bound:#b3261e;--l:86%;--s:62%;font:11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color-scheme:light dark}
@media(prefers-color-scheme:dark){.plan{--bg:#14161a;--fg:#e6e8ec;--dim:#9aa3b0;--line:#2f343c;--edge:#aab3c0;--peak:#8a6a1c;--bracket:#f2c14e;--bound:#ff8a80;--l:27%;--s:34%}}
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
.plan .box:hover{stroke-width:2.4}
.plan .peak{fill:var(--peak);opacity:.32}
.plan .edge{stroke:var(--bracket);stroke-dasharray:2 3}
.plan .bracket{stroke:var(--bracket);stroke-width:4}
.plan .size{stroke:var(--fg);stroke-width:1.4}
.plan text.bound-label{fill:var(--bound)}
.plan .bound{stroke:var(--bound);stroke-width:1.6;stroke-dasharray:7 4}
.plan .hatched{fill:url(#hatch)}
.plan .scratch{paint-order:stroke;stroke:var(--bg);stroke-width:5px;stroke-linejoin:round}
.plan .hatch-ground{fill:var(--bg)}
.plan .hatch-line{stroke:var(--dim);stroke-width:2}
${HUES.map((hue, i) => `.plan .c${i}{fill:hsl(${hue},var(--s),var(--l))}`).join("\n")}
`;
