"""Exports of press databases in their layouts, about an invented dispute."""

NEXIS_COVER = """User Name: = P. Lind
Date and Time: = Thursday, March 6, 2031 9:00:00 AM CET
Job Number: = 123456789

Documents (2)

1. Pilot convicted of espionage in Marn

2. Ministry asks for a new hearing
"""

NEXIS_1 = """Pilot convicted of espionage in Marn

Corvane Courier (Corvane)

March 5, 2031 Wednesday
Late Edition - Final

Copyright 2031 Corvane Courier Company
All Rights Reserved

Section: Section A; Column 0; Foreign Desk; Pg. 4

Length: 512 words

Byline: By Petra Lind and Jonas Merrit

Dateline: MARN, Tavara

Body

MARN, March 5 - A court in Marn convicted the retired pilot Edo Varr on Wednesday.

His lawyer, Ines Hald, said on Wednesday that he would appeal within the month.

Graphic

PHOTO: The court in Marn.

Load-Date: March 6, 2031

End of Document
"""

NEXIS_2 = """Ministry asks for a new hearing

Marn Wire

March 6, 2031 Thursday 10:15 AM CET

Copyright 2031 Marn Wire Ltd. All Rights Reserved

Length: 80 words

Body

The foreign ministry asked for a new hearing before the end of the year.

Load-Date: March 6, 2031

End of Document
"""

NEXIS = f"{NEXIS_COVER}\n\n{NEXIS_1}\n\n{NEXIS_2}"

CLASSIC = """

                               1 of 2 DOCUMENTS



                           Corvane Courier (Corvane)

                            March 5, 2031 Wednesday
                                 First Edition

Pilot convicted of espionage in Marn after a trial that lasted only two
days and was closed

BYLINE: PETRA LIND

SECTION: NEWS; Pg. 4

LENGTH: 512 words

DATELINE: MARN


A court in Marn convicted the retired pilot Edo Varr of espionage on
Wednesday and sentenced him to six years in prison.

His lawyer, Ines Hald, said that he would appeal.

LOAD-DATE: March 6, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                     Copyright 2031 Corvane Courier Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                   Marn Wire

                             March 6, 2031 Thursday

Ministry asks for a new hearing

LENGTH: 80 words

The foreign ministry asked for a new hearing before the end of the year.

LOAD-DATE: March 6, 2031
"""

FACTIVA_1 = """World News
Pilot convicted of espionage in Marn
By Petra Lind
512 words
5 March 2031
10:15
Corvane Courier
CORVCR
Page 4
English
Copyright 2031 Corvane Courier Company. All rights reserved.

A court in Marn convicted the retired pilot Edo Varr of espionage on Wednesday.

His lawyer, Ines Hald, said that he would appeal.

Document CORVCR0020310305eh3500001
"""

FACTIVA_2 = """Ministry asks for a new hearing
80 words
6 March 2031
Marn Wire
MARNWR
English
(c) 2031 Marn Wire Ltd.

The foreign ministry asked for a new hearing before the end of the year.

Document MARNWR0020310306eh3600002
"""

FACTIVA = (
    f"{FACTIVA_1}\n\n{FACTIVA_2}\nSearch Summary\nText\nEdo Varr\nDate\nAll Dates\n"
)

CODED = """SE  World News
HD  Pilot convicted of espionage in Marn
BY  By Petra Lind
WC  512 words
PD  5 March 2031
ET  10:15
SN  Corvane Courier
SC  CORVCR
PG  4
LA  English
CY  Copyright 2031 Corvane Courier Company. All rights reserved.

LP
A court in Marn convicted the retired pilot Edo Varr of espionage on Wednesday.

TD
His lawyer, Ines Hald, said that he would appeal.

The ministry said nothing.

NS  gcrim : Crime | gcat : Political News
RE  tavar : Tavara
PUB  Corvane Courier Company
AN  Document CORVCR0020310305eh3500001
"""
