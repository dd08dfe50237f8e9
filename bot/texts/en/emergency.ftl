emergency-check =
    Is somebody in danger right now? ({ $title })
    If a life is at risk, call 119 first.
    Duty room: { $duty }
button-emergency-yes = Yes, right now
button-emergency-no = No, nobody is in danger
emergency-general =
    Get away from the danger.
    Call 119.
    Duty room: { $duty }
emergency-which = Tap what fits your situation.
emergency-where =
    The duty staff and the head of the office have been alerted. (number { $number })
    Once you are safe, write: building, floor, and a number we can call
emergency-noted = Passed on to the duty staff.
emergency-not = All right. Write at once if it becomes dangerous.
emergency-report-kept = Take your time until you are safe. What you were reporting, "{ $title }", is kept. Would you like to go on with it?
button-go-on-reporting = Go on with the report
button-drop-report = Drop the report
