"""What a function makes for its caller is its caller's, whatever the function is called."""

from monitors import MonitorApi


class Provider:
    def __init__(self, url, user):
        self.url = url
        self.user = user
        self._kept = None

    def _get_api(self):
        api = MonitorApi(self.url)
        api.login(self.user)
        return api

    def _get_kept(self):
        if self._kept is None:
            self._kept = MonitorApi(self.url)
        return self._kept

    def beats(self):
        api = self._get_api()  # expect: SL102
        found = api.heartbeats()
        if not found:
            return []
        api.disconnect()
        return found

    def beats_safely(self):
        api = self._get_api()
        try:
            return api.heartbeats()
        finally:
            api.disconnect()

    # What the object keeps is its own to end.
    def last(self):
        api = self._get_kept()
        found = api.heartbeats()
        if not found:
            return None
        api.disconnect()
        return found[-1]
