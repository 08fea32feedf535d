/* PaperAtlas: a former address leads to the new one, with its parameters and the part after `#`. */
location.replace(document.currentScript.dataset.paTo + location.search + location.hash);
