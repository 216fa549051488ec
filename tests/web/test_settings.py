"""The settings in .streamlit/config.toml are known to this Streamlit and in force."""

import json


def test_no_setting_is_ignored(get, server):
    assert json.loads(get("/test/options").body) == {
        "runner.postScriptGC": False,
        "server.fileWatcherType": "none",
        "server.address": "localhost",
        "server.maxUploadSize": 1,
        "server.maxMessageSize": 5,
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "client.allowedOrigins": [],
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "theme.light.textColor": "#1a1a1a",
        "theme.dark.textColor": "#ececea",
        "theme.linkUnderline": True,
    }
    log = server.log.read_text(encoding="utf-8")
    assert "not a valid config option" not in log
    assert "External URL" not in log
