// A page that moved: on to its new address, at the place on the page that was asked for. "Back" does not lead here.
location.replace(document.currentScript.dataset.to + location.hash);
