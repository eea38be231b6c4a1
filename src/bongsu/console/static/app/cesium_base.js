// Where CesiumJS finds its workers and its globe; read before its module runs.

window.CESIUM_BASE_URL = "/cesium/";
