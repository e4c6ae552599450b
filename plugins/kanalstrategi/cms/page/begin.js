// Decap CMS would start by itself; it has to wait for what start.js tells it.
window.CMS_MANUAL_INIT = true;
