#!/usr/bin/python3
"""Counts the tests in the reports that the last run has left, those of bundles and those of the product. Fails when one failed."""

import glob
import os
import sys
import xml.etree.ElementTree as ElementTree

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
REPORTS = ["bundles/*/target/surefire-reports/TEST-*.xml", "releng/*/target/surefire-reports/TEST-*.xml", "target/system-tests/*.xml"]

passed = 0
failed = 0
for report in (path for pattern in REPORTS for path in glob.glob(os.path.join(ROOT, pattern))):
    # The number that a report has for all of its tests leaves out nested ones.
    for case in ElementTree.parse(report).iter("testcase"):
        bad = case.find("failure") is not None or case.find("error") is not None
        failed += bad
        passed += not bad and case.find("skipped") is None
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
