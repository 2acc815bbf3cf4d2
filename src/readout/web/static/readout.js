/* What needs a script: facts and words light up together, a narrow timeline shows its end. Everything works without it. */
(function () {
  "use strict";

  function lit(reading, ids, on) {
    reading.querySelectorAll("[data-facts]").forEach(function (hit) {
      var has = hit.dataset.facts.trim().split(" ").some(function (id) { return ids.includes(id); });
      if (has) { hit.classList.toggle("lit", on); }
    });
    reading.querySelectorAll("[data-fact]").forEach(function (fact) {
      if (ids.includes(fact.dataset.fact)) { fact.classList.toggle("lit", on); }
    });
  }

  function idsOf(target) {
    var found = target.closest && target.closest("[data-facts], [data-fact]");
    if (!found) { return null; }
    return found.dataset.fact ? [found.dataset.fact] : found.dataset.facts.trim().split(" ");
  }

  [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]].forEach(function (pair) {
    document.addEventListener(pair[0], function (event) {
      var reading = event.target.closest && event.target.closest("[data-reading]");
      var ids = reading && idsOf(event.target);
      if (ids) { lit(reading, ids, pair[1]); }
    });
  });

  document.querySelectorAll(".chart > .timeline").forEach(function (one) {
    one.parentElement.scrollLeft = one.parentElement.scrollWidth; /* on a phone: the newest first */
  });

  function openForPrint() {
    document.querySelectorAll(".why, .compare details").forEach(function (one) { one.open = true; });
  }
  window.addEventListener("beforeprint", openForPrint);

  function showTroubles(event) {
    if ([413, 422, 429].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  }
  document.addEventListener("htmx:beforeSwap", showTroubles);
}());
