/**
 * The style of a report: light, dark where the reader's screen is, system colours where he forces them, and paper. Teal and violet stand
 * for the isolations and for nothing else. After a change the test prints the new hash.
 */
export const REPORT_STYLE = `
:root { color-scheme: light; --back: #fff; --text: #242424; --dim: #616161; --line: #d1d1d1; --plate: #fff; --fill: #f5f6f8;
  --slab: #dfe3e8; --slab-text: #242424; --hypervisor: #3d4757; --hypervisor-text: #fff;
  --process: #2b8079; --process-back: #e1f4f2; --hyperv: #7a60cd; --hyperv-back: #eeeafc; --notice: #fdf6e3; --notice-line: #b88a00; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --back: #1b2027; --text: #fff; --dim: #adb5bf; --line: #4a515b; --plate: #1b2027; --fill: #262c35;
    --slab: #3a3f46; --slab-text: #fff; --hypervisor: #cbd5e4; --hypervisor-text: #1b2027;
    --process: #2f9f95; --process-back: #12312f; --hyperv: #927ee8; --hyperv-back: #2a2345; --notice: #3a3115; --notice-line: #d9b13b; }
}
@page { size: A4; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 14px/1.45 "Segoe UI", system-ui, "Open Sans", sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 24px 20px 40px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 26px 0 8px; break-after: avoid; }
p { margin: 6px 0; }
code, .mono, .number { font-family: Consolas, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
.source { color: var(--dim); }
.source.recorded { color: var(--text); background: var(--notice); border-left: 4px solid var(--notice-line); padding: 8px 12px; }
.summary { font-size: 17px; font-weight: 600; margin: 4px 0; }
.source + .summary { margin-top: 16px; }
.caption, footer { color: var(--dim); font-size: 13px; }
.caption { break-after: avoid; }
footer { margin-top: 32px; border-top: 1px solid var(--line); padding-top: 8px; }
figure { margin: 18px 0 0; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; font: 14px "Segoe UI", system-ui, "Open Sans", sans-serif; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 150px 1fr; gap: 12px; padding: 5px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
dt { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
dd span { color: var(--dim); }
dd code { font-size: 0.92em; }
.commands dl > div { display: block; }
.commands dt { color: var(--text); }
.commands code { display: block; background: var(--fill); border-radius: 4px; padding: 4px 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.commands dd { color: var(--dim); font-size: 13px; padding: 3px 8px 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
table { border-collapse: collapse; min-width: 60%; max-width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; white-space: nowrap; }
th.number, td.number { width: 1%; padding-left: 18px; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
thead { display: table-header-group; break-after: avoid; }
tr.main td { font-weight: 600; background: var(--fill); }
text { fill: var(--text); }
.strong { font-weight: 600; }
.large { font-size: 20px; }
.small { font-size: 12px; }
.dim { fill: var(--dim); }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.pane { fill: none; stroke: var(--line); }
.pane.process { stroke: var(--process); stroke-width: 1.5; stroke-dasharray: 6 4; }
.frame { fill: none; stroke-width: 1.5; }
.frame.hyperv, .opaque.hyperv, .wall.hyperv, .row.hyperv { stroke: var(--hyperv); }
.row.process { fill: var(--process-back); stroke: var(--process); stroke-dasharray: 4 3; }
.row.hyperv { fill: var(--hyperv-back); }
.opaque, .wall { fill: url(#hatch); stroke-width: 1.5; }
.hatch-line { stroke: var(--hyperv); stroke-width: 2.4; }
.joint.hyperv { fill: var(--hyperv); }
.plate { fill: var(--plate); }
.namespace { stroke: var(--process); stroke-width: 1.5; stroke-dasharray: 6 4; }
.link { stroke: var(--process); }
.link.main { stroke-width: 2.5; }
.link.likely { stroke-dasharray: 2 4; }
.ring { fill: var(--plate); stroke: var(--process); stroke-width: 2; }
.stub { stroke: var(--hyperv); stroke-width: 1.5; }
.slab { fill: var(--slab); }
.hypervisor { fill: var(--hypervisor); }
.hypervisor-text { fill: var(--hypervisor-text); }
.phase.process { fill: var(--process-back); stroke: var(--process); stroke-dasharray: 4 3; }
.phase.hyperv { fill: var(--hyperv-back); stroke: var(--hyperv); }
.tick { stroke: var(--line); }
.mark { stroke: var(--text); stroke-width: 2; }
.mark.dashed { stroke-dasharray: 4 3; }
@media (max-width: 560px) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { font-size: 12px; } .summary { font-size: 15px; } h2 { font-size: 14px; margin: 18px 0 6px; } main { max-width: none; padding: 0; } .scroll { overflow: visible; } table, .caption, footer, .commands dd { font-size: 11px; }
  * { print-color-adjust: exact; } }
@media (forced-colors: active) {
  svg { forced-color-adjust: none; --text: CanvasText; --dim: CanvasText; --line: CanvasText; --plate: Canvas; --fill: Canvas; --slab: Canvas;
    --hypervisor: Canvas; --hypervisor-text: CanvasText; --process: CanvasText; --process-back: Canvas; --hyperv: CanvasText; --hyperv-back: Canvas; }
  .slab, .hypervisor { stroke: CanvasText; stroke-width: 2; }
  tr.main td { border-bottom: 2px solid CanvasText; }
}
`;

/** Of the style above, as a content policy names it. */
export const REPORT_STYLE_HASH = "sha256-tT3hoAoARzdql8Z5lL9Q9ceCJGqdbblbVb8DdDrjgH4=";
