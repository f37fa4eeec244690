<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kpwatch::EvidenceDialog</name>
    <message numerus="yes">
        <source>Saved: %1 (%2, %n observation(s)).</source>
        <translation>
            <numerusform>Saved: %1 (%2, %n observation).</numerusform>
            <numerusform>Saved: %1 (%2, %n observations).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::ExportsDialog</name>
    <message numerus="yes">
        <source>Changed: %n number(s)</source>
        <translation>
            <numerusform>Changed: %n number</numerusform>
            <numerusform>Changed: %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::FindDialog</name>
    <message numerus="yes">
        <source>%n stretches on %1, Korea time</source>
        <translation>
            <numerusform>%n stretch on %1, Korea time</numerusform>
            <numerusform>%n stretches on %1, Korea time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretches</source>
        <translation>
            <numerusform>%n stretch</numerusform>
            <numerusform>%n stretches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentReview</name>
    <message numerus="yes">
        <source>Copied, %n characters</source>
        <translation>
            <numerusform>Copied, %n character</numerusform>
            <numerusform>Copied, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::PackOffer</name>
    <message numerus="yes">
        <source>It is what was packed: %n observation(s) of %1. Incident %2 was made again from them and comes out the same, byte by byte.</source>
        <translation>
            <numerusform>It is what was packed: %n observation of %1. Incident %2 was made again from it and comes out the same, byte by byte.</numerusform>
            <numerusform>It is what was packed: %n observations of %1. Incident %2 was made again from them and comes out the same, byte by byte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n observation(s) of %1, without hashes or seals that could show that nothing was changed.</source>
        <translation>
            <numerusform>It holds %n observation of %1, without hashes or seals that could show that nothing was changed.</numerusform>
            <numerusform>It holds %n observations of %1, without hashes or seals that could show that nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that had been written before its clock was set back over them are left out.</source>
        <translation>
            <numerusform>%n check that had been written before its clock was set back over it is left out.</numerusform>
            <numerusform>%n checks that had been written before its clock was set back over them are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken in, %n new check(s): its lanes stand beside yours, with a strip that says where both agree.</source>
        <translation>
            <numerusform>Taken in, %n new check: its lanes stand beside yours, with a strip that says where both agree.</numerusform>
            <numerusform>Taken in, %n new checks: its lanes stand beside yours, with a strip that says where both agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::RecordDialog</name>
    <message numerus="yes">
        <source>The record, its backups and what you wrote beside it are erased (%n files, %1), and so is what this window remembered.</source>
        <translation>
            <numerusform>The record, its backups and what you wrote beside it are erased (%n file, %1), and so is what this window remembered.</numerusform>
            <numerusform>The record, its backups and what you wrote beside it are erased (%n files, %1), and so is what this window remembered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::ResponseChart</name>
    <message numerus="yes">
        <source>Between %1 and %2 milliseconds, in %n unbroken runs</source>
        <translation>
            <numerusform>Between %1 and %2 milliseconds, in one unbroken run</numerusform>
            <numerusform>Between %1 and %2 milliseconds, in %n unbroken runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineWidget</name>
    <message numerus="yes">
        <source>Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes</source>
        <translation>
            <numerusform>Outage timeline, %1 %2 to %3 %4 Korea time, one lane</numerusform>
            <numerusform>Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes</numerusform>
        </translation>
    </message>
</context>
</TS>
