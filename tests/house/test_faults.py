"""The list of faults that `make mutants` makes is of this code, not of an earlier one."""

import pytest

from tests.mutants.__main__ import ROOT, Fault, read_faults


@pytest.mark.parametrize("fault", read_faults([]), ids=lambda fault: fault.name)
def test_a_fault_finds_its_place_and_its_test(fault: Fault) -> None:
    assert (ROOT / fault.file).read_text(encoding="utf-8").count(fault.find) == 1
    file, _, named = fault.test.partition("::")
    assert f"def {named.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")
