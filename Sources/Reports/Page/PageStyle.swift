/// How pages look: the fonts of the system, one accent, greys; light and dark, on screens and on paper.
enum PageStyle {
  static let css = #"""
    :root {
      --page: #fff; --raised: #f6f8f9; --ink: #14212b; --soft: #54626e; --line: #dfe5e9; --accent: #0b6180;
      --s0: #0b6180; --s1: #3786a1; --s2: #5c9cb2; --s3: #98c3d1; --s4: #b6cad3; --s5: #c6d0d6; --sx: #cfd4d8; --minus: #828e99;
      --h1: #edf5f8; --h2: #d8e9ef; --h3: #bcdae4; --h4: #98c6d5; --h5: #6dacc1; --h6: #1d7592; --h7: #0b566f; --on-dark: #fff;
      --pill: #fff; --green: #2c7a4b; --amber: #a86a00; --red: #b3372c;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #0f1519; --raised: #161e23; --ink: #e7edf1; --soft: #9dabb5; --line: #28323a; --accent: #6fc8e4;
        --s0: #6fc8e4; --s1: #4ba3bf; --s2: #368099; --s3: #2c6377; --s4: #335160; --s5: #384650; --sx: #3c464d; --minus: #76838c;
        --h1: #14222a; --h2: #163340; --h3: #184456; --h4: #1a556c; --h5: #1b6782; --h6: #5cb4d0; --h7: #95d6eb; --on-dark: #0b1317;
        --pill: #0b1317; --green: #74cf9b; --amber: #e2b458; --red: #f28c80;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-width: 70rem; padding: 3.5rem 2rem 2rem; background: var(--page); color: var(--ink);
      font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-font-smoothing: antialiased;
      -webkit-print-color-adjust: exact; print-color-adjust: exact;
    }
    h1, h2, h3, h4, p, dl, dd, ol, ul, figure, table { margin: 0; padding: 0; }
    h1, h2, h3, h4 { line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
    h1 { font-size: 2.5rem; letter-spacing: -0.028em; line-height: 1.1; }
    h2 { font-size: 1.25rem; }
    h3, h4 { font-size: 1rem; letter-spacing: -0.005em; }
    small { font-size: 0.8125rem; font-weight: 400; color: var(--soft); }
    a { color: var(--accent); text-underline-offset: 0.2em; }
    a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
    .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

    .kind { display: flex; align-items: center; gap: 0.5rem; margin-bottom: 1.5rem; font-size: 0.875rem; font-weight: 550; color: var(--soft); }
    .mark { fill: var(--accent); }
    .mark-line { stroke: var(--accent); stroke-width: 1.6; }
    .facts { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-top: 1.125rem; font-size: 0.9375rem; }
    .facts div { display: flex; gap: 0.5rem; }
    .facts dt { color: var(--soft); white-space: nowrap; }
    .facts dd { font-weight: 550; }

    nav ul { display: flex; flex-wrap: wrap; gap: 0.375rem 1.5rem; margin-top: 1.125rem; list-style: none; font-size: 0.875rem; }
    nav a { text-decoration-color: var(--line); }

    .summary { margin-top: 2rem; padding-top: 2.25rem; border-top: 2px solid var(--ink); }
    .lede { max-width: 44rem; font-size: 1.5rem; line-height: 1.35; letter-spacing: -0.015em; text-wrap: balance; }
    .keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 0 2rem; margin-top: 2.25rem; }
    .keys div { display: grid; grid-template-rows: subgrid; grid-row: span 3; gap: 0; }
    .keys dt { font-size: 0.875rem; font-weight: 550; color: var(--soft); }
    .keys .number { white-space: nowrap; margin-top: 0.25rem; font-size: 2.5rem; font-weight: 600; line-height: 1.1; letter-spacing: -0.03em; }
    .keys .long { font-size: 1.5rem; line-height: 1.835; }
    .keys .says { margin-top: 0.5rem; font-size: 0.875rem; line-height: 1.45; color: var(--soft); }

    main > section:not(.summary) { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.5rem 3.5rem; margin-top: 3.5rem; padding-top: 2rem; border-top: 1px solid var(--line); }
    main > section.wide { grid-template-columns: minmax(0, 1fr); }
    .wide .intro p { max-width: 44rem; }
    .intro p { margin-top: 0.75rem; font-size: 0.9375rem; color: var(--soft); }
    .body > * + h3, .body > * + .block { margin-top: 2.5rem; }
    .body h3 + table { margin-top: 0.75rem; }
    .finding { margin: 0.25rem 0 0.75rem; font-size: 0.9375rem; color: var(--soft); }
    figcaption { margin-top: 0.75rem; font-size: 0.8125rem; color: var(--soft); }

    svg { display: block; }
    .chart { overflow: visible; }
    .chart text { font-size: 12px; fill: var(--soft); font-family: inherit; }
    .chart .n { font-size: 11px; text-anchor: middle; }
    .chart .peak { fill: var(--ink); font-weight: 600; }
    .chart .at { fill: var(--ink); font-weight: 550; paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
    .chart .axis { stroke: var(--soft); }
    .chart .mark { stroke: var(--soft); stroke-dasharray: 1 3; stroke-linecap: round; stroke-width: 1.25; }
    .pairs .was { fill: none; stroke: var(--ink); stroke-width: 1.5; }
    .pairs .n { fill: var(--ink); }
    .plot { width: calc(100% - 48px); margin-left: 48px; }
    .plane { overflow: visible; }
    .gridline { stroke: var(--line); }
    .curve { fill: none; stroke: var(--accent); stroke-width: 2.25; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
    .k1 { stroke: var(--ink); stroke-width: 1.75; stroke-dasharray: 7 4; }
    .k2 { stroke: var(--minus); stroke-width: 2; stroke-dasharray: 2 3; }
    .kx { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 1 4; stroke-linecap: round; }
    .whisker { stroke: var(--s3); stroke-width: 5; }
    .dot { fill: var(--accent); stroke: var(--page); stroke-width: 1.5; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.75rem; list-style: none; font-size: 0.8125rem; color: var(--soft); }
    .legend li { display: flex; align-items: center; gap: 0.5rem; }
    .swatch { flex: none; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 2rem 2.5rem; }
    .square { max-width: 30rem; }
    .hit { fill: transparent; }
    g:hover > .hit { fill: var(--raised); }
    .bar { width: 100%; height: 0.75rem; overflow: visible; }
    .bar line { stroke: var(--ink); stroke-width: 1; opacity: 0.55; }
    .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); } .s5 { fill: var(--s5); }
    .sx { fill: var(--sx); } .minus { fill: var(--minus); }

    table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; }
    th { font-weight: 400; text-align: left; }
    th, td { padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: baseline; border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { padding-top: 0; font-size: 0.8125rem; color: var(--soft); vertical-align: bottom; }
    th small { display: block; }
    .num { text-align: right; white-space: nowrap; overflow-wrap: normal; }
    thead .num { white-space: normal; }
    .strong { font-weight: 600; }
    .c3 .barcol { width: 34%; } .c4 .barcol { width: 26%; }
    thead .barcol { padding-top: 0; }
    .tag { font-weight: 550; }
    .arrow { color: var(--soft); padding: 0 0.2em; }
    .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.75rem; margin-top: 0.125rem; }
    .barcol { width: 38%; min-width: 4rem; vertical-align: top; padding-top: 0.8rem; }
    .segments { table-layout: fixed; }
    .segments .barcol { width: auto; }
    .c-count { width: 5rem; } .c-share { width: 8rem; }
    tr.rest th, tr.rest td { color: var(--soft); font-weight: 400; }
    tr.group th { padding-top: 1.5rem; font-weight: 600; }
    tbody:first-of-type tr.group th { padding-top: 0.75rem; }
    .rest { margin-top: 0.5rem; font-size: 0.8125rem; color: var(--soft); }
    details { margin-top: 1.25rem; }
    summary { width: fit-content; font-size: 0.875rem; color: var(--accent); cursor: pointer; }
    details table { margin-top: 0.75rem; }

    .grid { table-layout: fixed; border-collapse: separate; border-spacing: 3px; margin: -3px; width: calc(100% + 6px); }
    .grid th, .grid td { border: 0; padding: 0.5rem; text-align: center; }
    .grid th[scope=row], .grid .side { padding-left: 0; text-align: left; }
    .grid tbody th { font-weight: 600; vertical-align: middle; }
    .grid thead th { font-weight: 600; color: var(--ink); }
    .grid .over { font-weight: 400; color: var(--soft); padding-bottom: 0; text-align: left; }
    .grid .side { font-weight: 400; color: var(--soft); }
    .grid td[class] { padding: 0.875rem 0.25rem; border-radius: 3px; font-weight: 600; font-size: 1.0625rem; }
    .grid td small { display: block; color: inherit; }
    .h0 { background: var(--raised); color: var(--soft); } .h1 { background: var(--h1); } .h2 { background: var(--h2); } .h3 { background: var(--h3); } .h4 { background: var(--h4); } .h5 { background: var(--h5); }
    .h6 { background: var(--h6); color: var(--on-dark); } .h7 { background: var(--h7); color: var(--on-dark); }

    .leads { list-style: none; }
    .leads li { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 8.5rem) minmax(0, 1fr); gap: 0.75rem 2rem; padding: 1.25rem 0; border-top: 1px solid var(--line); }
    .leads li:first-child { border-top: 0; padding-top: 0; }
    .who { position: relative; padding-left: 2rem; }
    .rank { position: absolute; left: 0; color: var(--soft); font-weight: 400; }
    .sub { margin-top: 0.125rem; font-size: 0.875rem; color: var(--soft); }
    .standing { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; margin-top: 0.5rem; font-size: 0.8125rem; color: var(--soft); }
    .pill { padding: 0.0625rem 0.5rem; border: 1px solid var(--accent); border-radius: 1rem; color: var(--accent); font-weight: 550; }
    .pill.s0 { background: var(--s0); border-color: var(--s0); color: var(--pill); }
    .label bdi { color: var(--ink); font-weight: 600; }
    .points div { display: flex; justify-content: space-between; gap: 0.75rem; font-size: 0.875rem; line-height: 1.6; }
    .points dt { color: var(--soft); }
    .points dd { white-space: nowrap; }
    .points .main { display: block; margin-bottom: 0.25rem; }
    .points .main dt { font-size: 0.8125rem; line-height: 1.3; }
    .points .main dd { font-size: 1.875rem; font-weight: 600; line-height: 1.15; letter-spacing: -0.025em; }
    .reasons { font-size: 0.875rem; table-layout: fixed; }
    .reasons th, .reasons td { border: 0; padding: 0.1875rem 0.75rem 0.1875rem 0; }
    .c-points { width: 4rem; } .c-bar { width: 38%; }
    .reasons .barcol { width: auto; min-width: 0; padding: 0.45rem 0 0; }
    .reasons .bar { height: 0.625rem; }
    .reasons .bar line { opacity: 0.3; }

    .movers tbody td { padding-left: 0.25rem; }
    .body > .finding { margin: 1.25rem 0 0; }
    .findings { list-style: none; }
    .findings li { padding: 0.625rem 0 0.625rem 1.25rem; border-bottom: 1px solid var(--line); font-size: 0.9375rem; position: relative; }
    .findings li::before { content: ""; position: absolute; left: 0; top: 1.15em; width: 0.4375rem; height: 0.4375rem; border-radius: 50%; background: var(--accent); }

    .findings .advice { margin-top: 0.125rem; color: var(--soft); }
    .findings.serious > li::before { width: 0.625rem; height: 0.625rem; border-radius: 0; }
    .findings.note > li::before { background: none; border: 1.5px solid var(--accent); }
    .body > .findings + h3 { margin-top: 2.25rem; }
    .examples, .notes { margin-top: 0.25rem; list-style: none; font-size: 0.8125rem; color: var(--soft); }
    .value { white-space: nowrap; margin-left: 0.375rem; }
    .examples { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .findings .examples li { padding: 0; border: 0; font-size: inherit; }
    .findings .examples li::before { content: none; }
    code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; padding: 0.05em 0.3em; border-radius: 3px; background: var(--raised); color: var(--ink); }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0 2.5rem; list-style: none; }
    .cards > li { padding: 1.125rem 0 1.25rem; border-top: 1px solid var(--line); }
    .cards .filled { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.75rem; align-items: center; margin-top: 0.5rem; font-size: 0.875rem; }
    .cards .filled .barcol { width: auto; padding: 0; }
    .cards .reasons, .cards .box { margin-top: 0.5rem; }
    .box + .sub { margin-top: 0.375rem; }

    .lines { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 0 2.5rem; list-style: none; }
    .lines li { padding: 1rem 0 1.125rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
    .lines .from { margin: 0.125rem 0 0.25rem; font-size: 1.5rem; font-weight: 600; line-height: 1.25; letter-spacing: -0.02em; }
    .lines .none { color: var(--soft); font-weight: 400; }
    .rails { list-style: none; }
    .rails li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.875rem 0; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
    .light { display: flex; align-items: center; gap: 0.5rem; height: 1.4em; font-weight: 600; }
    .light.green { color: var(--green); } .light.amber { color: var(--amber); } .light.red { color: var(--red); }
    .light svg { flex: none; fill: currentColor; }
    .light .sign { fill: none; stroke: var(--page); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .rails .found { color: var(--soft); }
    .warning { margin-top: 1.5rem; padding: 0.875rem 1.125rem; border-left: 3px solid var(--amber); background: var(--raised); font-size: 0.9375rem; }
    .body > .warning:first-child { margin-top: 0; }
    .features { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 0 3rem; margin-top: 1.25rem; list-style: none; }
    .features > li { padding: 1.125rem 0 1.5rem; border-top: 1px solid var(--line); }
    .fine { margin-top: 0.75rem; font-size: 0.8125rem; }
    .fine th, .fine td { padding-top: 0.25rem; padding-bottom: 0.25rem; border: 0; }
    .fine thead th { font-size: 0.75rem; }
    .fine .barcol { min-width: 3rem; padding-top: 0.4rem; }
    .fine .bar { height: 0.625rem; }
    .scroll { overflow-x: auto; }
    .compact { font-size: 0.8125rem; }

    footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); font-size: 0.8125rem; color: var(--soft); }

    @media (max-width: 52rem) {
      main > section:not(.summary) { grid-template-columns: minmax(0, 1fr); }
      .intro p { max-width: 40rem; }
      .leads li { grid-template-columns: minmax(0, 1fr) minmax(0, 8.5rem); }
      .why { grid-column: 1 / -1; padding-left: 2rem; }
    }
    @media (max-width: 34rem) {
      body { padding: 2rem 1.125rem 1.5rem; }
      h1 { font-size: 1.875rem; }
      .lede { font-size: 1.25rem; }
      .keys { grid-template-columns: 1fr 1fr; gap: 0 1.25rem; }
      .keys div { padding-bottom: 1.5rem; }
      .keys .number { font-size: 1.75rem; } .keys .long { font-size: 1.25rem; line-height: 1.5; }
      main > section:not(.summary) { margin-top: 2.5rem; padding-top: 1.5rem; }
      .chart .n:not(.peak) { display: none; }
      table { font-size: 0.875rem; }
      th, td { padding-right: 0.5rem; }
      .bars tr { display: grid; grid-template-columns: minmax(4.5rem, 1fr) repeat(var(--numbers), var(--column, 3.75rem)); gap: 0.25rem 0.5rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
      .c1 { --numbers: 1; } .c2 { --numbers: 2; } .c3 { --numbers: 3; } .c4 { --numbers: 4; --column: 3.25rem; }
      .bars thead tr { grid-auto-flow: column; padding-top: 0; }
      .bars thead .barcol { display: none; }
      .bars th, .bars td { padding: 0; border: 0; }
      .bars tbody th { grid-column: 1 / -1; grid-row: 1; }
      .bars thead th { align-self: end; min-width: 0; }
      .bars .barcol { order: -1; grid-column: 1; grid-row: 2; width: auto; min-width: 0; padding: 0.25rem 0 0; }
      .bars tbody .num { grid-row: 2; }
      .bars tr.group { padding-top: 1.25rem; }
      .figures tr { grid-template-columns: minmax(3rem, 1fr) 3.5rem 6.75rem; }
      .figures.c3 tr { grid-template-columns: minmax(3rem, 1fr) 3.5rem 6.75rem 4rem; }
      .groups tr { grid-template-columns: minmax(2.5rem, 1fr) 2.25rem 3.25rem 6.5rem 3.25rem; }
      .fine tr { padding: 0.25rem 0; border: 0; }
      .why { padding-left: 0; }
      .movers thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .movers tr { display: grid; grid-template-columns: minmax(0, 1fr) 2.5rem 2.5rem; gap: 0.125rem 0.5rem; padding: 0.625rem 0; border-bottom: 1px solid var(--line); }
      .movers tbody th, .movers tbody td { padding: 0; border: 0; }
      .movers td:nth-child(n + 4) { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--soft); }
      .movers td:nth-child(3)::before { content: "→ "; font-weight: 400; color: var(--soft); }
      .movers td:nth-child(5)::before { content: "because of "; }
      .grid { border-spacing: 2px; font-size: 0.8125rem; }
      .grid th, .grid td { padding: 0.25rem 0.125rem; }
      .grid td[class] { padding: 0.625rem 0; font-size: 0.875rem; }
      .grid small { font-size: 0.6875rem; }
    }
    @page { margin: 16mm 15mm; }
    @media print {
      html { font-size: 12px; }
      body { max-width: none; padding: 0; }
      main > section:not(.summary) { display: block; margin-top: 9mm; padding-top: 5mm; }
      main > section.new-page { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
      .intro { margin-bottom: 5mm; break-inside: avoid; }
      .features details { display: none; }
      h2, h3, .intro, thead { break-after: avoid; }
      tr.group { break-after: avoid; }
      .rates tbody, tr, figure, details, .cards > li, .features > li, .lines li, .rails li, .keep, .block, .summary, .leads li, .grid-box, .keys div, .findings li { break-inside: avoid; }
      thead { display: table-header-group; }
      nav, summary { display: none; }
      details::details-content { content-visibility: visible; block-size: auto; }
      .leads li { grid-template-columns: 46mm 27mm minmax(0, 1fr); gap: 0 6mm; padding: 2.5mm 0; }
      .why { grid-column: auto; padding-left: 0; }
      .keys { grid-template-columns: repeat(5, 1fr); gap: 0 5mm; }
      g:hover > .hit { fill: transparent; }
      a { color: inherit; text-decoration: none; }
    }
    """#
}
