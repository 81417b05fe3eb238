// Draws the chart that this address stands for, and hands it out as a picture.
"use strict";

async function show() {
  const place = document.getElementById("beeld");
  const answer = await fetch(location.pathname.replace(/html$/, "json"));
  if (!answer.ok) {
    place.textContent = await answer.text();
    return;
  }
  const told = await answer.json();
  document.title = told.titel;
  place.setAttribute("aria-label", told.titel);
  if (!told.beeld) {
    place.textContent = told.leeg;
    return;
  }
  await Plotly.newPlot(place, told.beeld.data, told.beeld.layout, { staticPlot: true });
  for (const button of document.querySelectorAll("button")) {
    const vorm = button.dataset.vorm;
    const { width, height } = told.beeld.layout;
    const asked = { format: vorm, filename: told.naam, width, height, scale: vorm === "png" ? 2 : 1 };
    button.addEventListener("click", () => Plotly.downloadImage(place, asked));
    button.disabled = false;
  }
}

show();
