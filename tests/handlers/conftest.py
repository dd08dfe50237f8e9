"""The same beginnings as the stories about actions, and a day at the desk."""

import pytest

from tests.actions.conftest import bench, post, work
from tests.builders import Bench, Post
from tests.desk_story import Story

__all__ = ["bench", "post", "story", "work"]


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    """One owner's matter has just been handed in."""
    return await Story.begin(bench, post)
