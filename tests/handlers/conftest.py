"""The same beginnings as the stories about actions."""

from tests.actions.conftest import bench, post, work

__all__ = ["bench", "post", "work"]
