"""The office folder: office.yaml, answers/, emergencies/, words/ and extra intents/ -> validated, frozen values.

loader            reads the folder (the only part that touches files)
document          YAML whose values know their file and line
sections, values  office.yaml            texts   answers/, emergencies/, words/
schema            what comes out         filling variables in answers
init              a new folder from the sample"""

from bot.office.filling import Filled, fill, fill_text, hours_text, hours_today_text, moment_text
from bot.office.init import check_for_telegram, init_office
from bot.office.loader import SAMPLE_OFFICE, load_office
from bot.office.schema import Answer, Branch, Department, Emergency, Office, Times, Words
from bot.rules.service_levels import ServiceLevel

__all__ = [
    "SAMPLE_OFFICE",
    "Answer",
    "Branch",
    "Department",
    "Emergency",
    "Filled",
    "Office",
    "ServiceLevel",
    "Times",
    "Words",
    "check_for_telegram",
    "fill",
    "fill_text",
    "hours_text",
    "hours_today_text",
    "init_office",
    "load_office",
    "moment_text",
]
