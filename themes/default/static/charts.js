// Puts a chart that answers to the pointer over each drawing, made by ECharts from the same numbers: it says what
// a mark stands for, and a click leads to the entries behind it. The drawing stays below, for print and for those
// who are read to, and keeps the room, so that nothing moves. ECharts is loaded when the first chart comes into
// view.
"use strict";
(() => {
  const drawings = document.querySelectorAll("[data-chart]");
  if (!drawings.length || !window.IntersectionObserver || !window.ResizeObserver) return;

  let loaded;
  const load = (source) => loaded ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const bring = async (drawing) => {
    await load(drawing.dataset.script);
    const { option, paths = [] } = JSON.parse(drawing.querySelector("script").textContent);
    // Words are measured before they are drawn, and so need the name of their font.
    const { fontFamily } = getComputedStyle(drawing);
    option.baseOption.textStyle = { fontFamily };
    option.baseOption.tooltip.textStyle.fontFamily = fontFamily;

    const live = document.createElement("div");
    live.className = "chart-live";
    live.setAttribute("aria-hidden", "true");
    drawing.append(live);
    const chart = echarts.init(live, null, { renderer: "svg" });
    chart.setOption(option);
    drawing.classList.add("is-live");

    const pathOf = ({ seriesIndex, dataIndex, dataType }) => paths[dataType === "edge" ? 1 : seriesIndex]?.[dataIndex];
    chart.on("click", (mark) => {
      const path = pathOf(mark);
      if (path) location.href = drawing.dataset.root + path;
    });
    new ResizeObserver(() => chart.resize()).observe(live);
  };

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      bring(target).catch(() => { /* the drawing stays */ });
    }
  }, { rootMargin: "200px" });
  for (const drawing of drawings) seen.observe(drawing);
})();
