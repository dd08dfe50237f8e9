"""Resolution feedback (O10, O11): what the clock does, what owners answer, what is told by telephone."""

from bot.actions.feedback_answers import answer, rate
from bot.actions.feedback_phone import phone_result, phone_task
from bot.actions.feedback_questions import auto_close, follow_up, plan_survey, push, remind
from bot.actions.feedback_typed import typed_answer

__all__ = [
    "answer",
    "auto_close",
    "follow_up",
    "phone_result",
    "phone_task",
    "plan_survey",
    "push",
    "rate",
    "remind",
    "typed_answer",
]
