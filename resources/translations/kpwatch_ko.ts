<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>kpwatch::AgreementView</name>
    <message>
        <source>What you agree to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::AssessmentColumn</name>
    <message>
        <source>What the record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ supports   − speaks against   ? not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this cannot tell you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the routes: %1. Scope: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::AwayCard</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking public sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of your own yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they know of that time appears in the lanes of the routes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public routing data go back for years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 7 June 2025 from public routing data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::Banner</name>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice %1 of %2, show the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::BrushHandle</name>
    <message>
        <source>Begin of the range in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the range in view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::ComposerForm</name>
    <message>
        <source>Who answered when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without red cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without green cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without blue cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always on the chart: source line, gaps in the record, legend, time zones. They cannot be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 1200x800: 600 to 6000 pixels a side, none more than three times the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, text can be edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, text as shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, a row a stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Datawrapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What carries the sites, and our own line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total time without answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newsroom, for the source line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Courier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked from (can give away where you are)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes there, as others see them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::ElsewhereStrip</name>
    <message>
        <source>Ask elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have up to 12 places in the world ask the same addresses now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>있었던 일</translation>
    </message>
    <message>
        <source>What others dated, in the range in view. That it lies beside a gap makes it no cause. It is in no chart and no export.</source>
        <translation>보이는 범위에서 다른 이들이 날짜를 밝힌 일. 공백 옆에 있다고 원인은 아닙니다. 차트와 내보내기에는 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV 가져오기…</translation>
    </message>
    <message>
        <source>Remove imported</source>
        <translation>가져온 것 지우기</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>있었던 일 가져오기</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>가져온 것 %1건</translation>
    </message>
    <message>
        <source>None in the range in view.</source>
        <translation>보이는 범위에는 없습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::EvidenceDialog</name>
    <message>
        <source>With the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the packing is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is called in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed on by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every check and event that the rules need, the rules and numbers in force, the seals of its days, and a page that explains them: who doubts the incident can make it again and compare every byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays here: your address, computer, user, folders, resolver, the first routers on your way, and your notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved: %1 (%2, %n observation(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::ExportDialog</name>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview · SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is the file: what you see is drawn by the same code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy alt text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture and its alt text are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alt text is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1
Its alt text is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, with the spans of this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 × %3 px · %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 file (*%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::ExportsDialog</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n number(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Make it again (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that went out, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it said, and what the record says now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing went out yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::FindDialog</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day, a site, a state: last Tuesday · 6 March · KCNA not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was before the first check, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but answers is recorded on %1, Korea time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stretches on %1, Korea time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretches</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::FirstRunPane</name>
    <message>
        <source>Not watching yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::FoundModel</name>
    <message>
        <source>From (Korea time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::GoToDialog</name>
    <message>
        <source>Go to a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day in Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day in Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day, Korea time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time, Korea time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::HeadlineBar</name>
    <message>
        <source>%1 UTC · %2 here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentLanes</name>
    <message>
        <source>The whole incident</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentPane</name>
    <message>
        <source>What the record shows so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONGOING INCIDENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EARLIER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, out of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident was going on when the sites were last seen. What happens now is out of sight.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentReview</name>
    <message>
        <source>Review of the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ All incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinted: between the last good check and the failure that decides. A shared number means that the bands overlap: which came first cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms, KST; no line means no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target whose response time is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · seen from one computer · incident %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as a false alarm</source>
        <translation>오경보로 표시됨</translation>
    </message>
    <message>
        <source>Language and clock of what is copied</source>
        <translation>복사할 글의 언어와 시각 표기</translation>
    </message>
    <message>
        <source>English, a.m. and p.m.</source>
        <translation>영어, 오전·오후</translation>
    </message>
    <message>
        <source>English, 24 h</source>
        <translation>영어, 24시간</translation>
    </message>
    <message>
        <source>Korean, a.m. and p.m.</source>
        <translation>한국어, 오전·오후</translation>
    </message>
    <message>
        <source>Korean, 24 h</source>
        <translation>한국어, 24시간</translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Search: a site, a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest first</source>
        <translation>최근 것부터</translation>
    </message>
</context>
<context>
    <name>kpwatch::JudgeDialog</name>
    <message>
        <source>With</source>
        <translation>합칠 사건</translation>
    </message>
    <message>
        <source>A second one begins at</source>
        <translation>둘째 사건의 시작</translation>
    </message>
    <message>
        <source>From, Korea time</source>
        <translation>시작, 한국 시간</translation>
    </message>
    <message>
        <source>To, Korea time</source>
        <translation>끝, 한국 시간</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>뺄 대상</translation>
    </message>
    <message>
        <source>Why; kept with the record, with today&apos;s date</source>
        <translation>이유. 오늘 날짜와 함께 기록에 남습니다</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>The observations stay as they are. This can be undone.</source>
        <translation>관측은 그대로 남습니다. 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>none in this stretch: our own line changed between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not possible, our own line changed between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::KeysDialog</name>
    <message>
        <source>Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IN THE TIMELINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through time; Shift with the wheel as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch, + −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer or further, around what is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag on the axis, Alt+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show just that span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+← →, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a span from the cursor on, and show it; Esc gives it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← →, Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of the range, or all of it, earlier or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest observation; now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane above or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous or next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the targets of a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about a lane; on an outage, its incident</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::LadderView</name>
    <message>
        <source>What stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered again first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::LegendStrip</name>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::LivePage</name>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::LogFilter</name>
    <message>
        <source>What is listed</source>
        <translation>목록에 보일 것</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Error pages</source>
        <translation>오류 화면</translation>
    </message>
    <message>
        <source>Reported elsewhere</source>
        <translation>다른 보도·자료</translation>
    </message>
    <message>
        <source>Any scope</source>
        <translation>모든 범위</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>모든 모습</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>모습</translation>
    </message>
    <message>
        <source>Any length</source>
        <translation>모든 길이</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Under 30 min</source>
        <translation>30분 미만</translation>
    </message>
    <message>
        <source>30 min and more</source>
        <translation>30분 이상</translation>
    </message>
    <message>
        <source>2 h and more</source>
        <translation>2시간 이상</translation>
    </message>
    <message>
        <source>A day and more</source>
        <translation>하루 이상</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>모든 시간</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>최근 24시간</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>최근 12개월</translation>
    </message>
</context>
<context>
    <name>kpwatch::MainWindow</name>
    <message>
        <source>KPWatch – SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPWatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this computer awake while watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same chart, to now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of the selected lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about the selected lane…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> – observing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> – through a proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another place for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>기록되지 않음</translation>
    </message>
    <message>
        <source>Events beside the timeline…</source>
        <translation>시간표 옆에 있었던 일…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPWatch goes on in the folder that you choose, with a copy of the record so far and with what could not be saved. The old record stays where it is. If there is a record of KPWatch in that folder, it goes on with that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack is of an incident, and none is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no notifications: nobody answers at org.freedesktop.Notifications. The window&apos;s title tells what goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes of a past day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public sources are asked while KPWatch watches, or only looks on. Start it, and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask RIPE NCC?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RIPEstat and RIS Live learn this computer&apos;s address, or that of your proxy, and that KPWatch asks about North Korea&apos;s network: at most 400 questions a day and one open stream, while you watch. Nothing has been asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on and ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes of a past day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::OverviewStrip</name>
    <message>
        <source>Part of the record in view: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::OwnLineButton</name>
    <message>
        <source>Your connection: not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: somebody between answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: working, the way there is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: not working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection: not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 computers elsewhere answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failed check counts only if these answered before and after it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::PackOffer</name>
    <message>
        <source>Take it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack of somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not what was packed: %1 Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is what was packed: %n observation(s) of %1. Incident %2 was made again from them and comes out the same, byte by byte.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1, and making its incident again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it in, as lanes beside your own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it in, as lanes beside your own?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: its lanes stand beside yours, with a strip that says where both agree.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::QuietHoursDialog</name>
    <message>
        <source>&amp;Keep quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, by this computer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To, by this computer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this computer&apos;s clock. That none of the sites answers, or that the routes are gone, is told at any hour. One site alone never interrupts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::RecordDialog</name>
    <message>
        <source>The record takes %1, its backups %2. It lies in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single checks are kept from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest backup is of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all single checks for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was judged, summaries and all checks around an outage are kept for ever. Other checks are removed day by day once they are older than this; their seals stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months for which single checks are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record, its backups, notes and the list of exports, and what this window remembers. It cannot be taken back. Charts and files saved elsewhere stay, and so does what this computer&apos;s own backups still hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the observations first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “%1” to be able to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the observations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observations (*.jsonl *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observations are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::ResponseChart</name>
    <message>
        <source>No answer in this span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Between %1 and %2 milliseconds, in %n unbroken runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kpwatch::SaidCard</name>
    <message>
        <source>Merge, split, leave out…</source>
        <translation>합치기, 나누기, 빼기…</translation>
    </message>
    <message>
        <source>Your hand on it</source>
        <translation>사람의 판단</translation>
    </message>
    <message>
        <source>Your notes and links, in no backup and no export</source>
        <translation>메모와 링크. 백업과 내보내기에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>A note, or a link that begins with https://</source>
        <translation>메모, 또는 https://로 시작하는 링크</translation>
    </message>
    <message>
        <source>New note or link</source>
        <translation>새 메모나 링크</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>kpwatch::SimulatedBadge</name>
    <message>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated: nothing shown here is the real network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::SitePane</name>
    <message>
        <source>RESPONSE TIME, ms · KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target whose response time is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the last minute; at most %2 to a block of 256 addresses (%3 after a failure) and %4 to North Korea&apos;s four blocks together. %5 results recorded since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::SiteTile</name>
    <message>
        <source>No answer seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front page not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::SourcesDialog</name>
    <message>
        <source>Public sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others measure North Korea&apos;s network too. Each is asked only if it is switched on here, and only while you watch or observe. Their answers go into the record as received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program watches: it takes up what is chosen here when it starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of public measurements, such as 1823330, 1823331</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in this desktop&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain was found on this desktop: it is forgotten when KPWatch ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token (Account, Radar, Read)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token, if you have one; it works without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base address, for mirrors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not being asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base address begins with https://, or with http:// for a mirror beside us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements are named by their numbers, %1 of them at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::SpanTableModel</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (Korea time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (Korea time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::TargetPanel</name>
    <message>
        <source>What is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – how it is checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::Telling</name>
    <message>
        <source>This is how KPWatch tells you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened: you asked for a message to try.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineCard</name>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes fill as checks come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: a site, a state, a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline, one row for each stretch of each lane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineWidget</name>
    <message numerus="yes">
        <source>Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or Enter: the incident</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::TopBar</name>
    <message>
        <source>Technical detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this computer is kept awake while watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
</context>
<context>
    <name>kpwatch::WatchPane</name>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::WaterfallView</name>
    <message>
        <source>The latest check phase by phase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::WayChooser</name>
    <message>
        <source>Give the proxy&apos;s address, such as 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the proxy&apos;s address, such as 127.0.0.1, and not a name: looking the name up would be a question sent past the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its port, from 1 to 65535: 9050 for Tor, 9150 for Tor Browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can listen at this address: 127.0.0.1 is this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the sites are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is asked. The servers, and networks between, can log this computer&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through a proxy or Tor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They see where it comes out instead of you. Less is asked, and nothing is called &quot;not answering&quot;, only not reachable through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to North Korea. You can look at the record; nothing new is seen of the sites.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::WayDialog</name>
    <message>
        <source>Now: not watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: observing only, nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: watching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kpwatch::WayGate</name>
    <message>
        <source>Ways out, and what each sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>The proxy stands in for your address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 checks a day leave through %2, and names are looked up there. The servers, in North Korea too, can log where they come out; who runs the proxy can see what is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address can be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks leave from this computer, about %1 a day. The servers, in North Korea too, can log its address. Use another computer or line if that matters to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer elsewhere can be asked this way, so nothing can be said of theirs either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 computers elsewhere are asked every %2 seconds, so that a fault at your end is not taken for one at theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own line is checked as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy is checked as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a proxy cannot carry is not asked: name servers, mail, ping and trace. Nothing is called not answering, only not reachable through the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps are shown, never filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this computer sleeps or the program is closed nothing is seen, and every chart says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few and small checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 short questions a minute, spaced out. Nothing is logged in to and nothing is changed. In South Korea these sites are blocked: ask a lawyer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the proxy at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is signed by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody we know signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificates that vouch for it were not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made out to another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is signed in a way that is too weak today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key is too weak today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is wrong in another way (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No greeting came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready for mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns everybody away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not what a mail server says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not let programs ping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 came back. Many networks drop such packets on purpose: it says nothing alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the middle %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the server answers, its zone is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not from its own zone: somebody between may have answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from its own zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even the first router answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was reached at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The router at %1 says that it knows no way there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The router at %1 says that it may not pass this on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 on it goes in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last router that answered is %1; silence between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1 (%2), %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not answering since %2 (long-standing).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watching: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens meanwhile is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the address answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the site answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the %1 addresses answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the %1 sites answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first result takes a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked on this network: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen through one proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from one computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell: our own line is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses are not judged meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sites are not judged meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching through a proxy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one address we watch does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one site we watch does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of the two addresses answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of the two sites answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 addresses answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 sites answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 addresses is reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 sites is reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one address we watch answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 addresses answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other site answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other %1 sites answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one site we watch answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sites answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one shows an error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 show an error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is slow or patchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are slow or patchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it shows an error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all show an error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is slow or patchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all are slow or patchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is being checked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are being checked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is blocked on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are blocked on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1 we can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not reachable through the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are not reachable through the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell: the way there does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell: somebody between answers for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell: it looks like a block on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t tell: our own line is tested by another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes back need not be theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections to them are reset; that alone proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failure there may be our own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file is in: &quot;ko&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>As QDateTime::toString has it: 12 Mar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>As QDateTime::toString has it: Thu 12 Mar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>As QDateTime::toString has it: Thu 12 Mar 2026</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM</source>
        <extracomment>As QDateTime::toString has it: Mar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>As QDateTime::toString has it: 2026</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports known by name only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One check that a proxy cannot carry is switched off: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checks that a proxy cannot carry are switched off: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist wants %1 checks a minute of %2, where %3 may be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> One more place is asked for too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 more places are asked for too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Checks there come late, none is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said about anybody until it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The router of this network does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fails meanwhile is our own line, and counts against nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One target is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 targets are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 through %2, the servers that test our line are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot prove that a failure there is not our own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network makes up answers for names that do not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered for %1 of %2 with %3. The sites are looked up elsewhere, so this decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall on this computer keeps %1 in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot leave says nothing about anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times shown and exported are wrong by as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is going to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it wakes nobody watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer stood still for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody watched meanwhile. Our own line is tested twice before anything is said again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching through %1 since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was usual on the network before says nothing about this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network cable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a VPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mobile network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer stays awake while watching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery this computer may fall asleep; then nobody watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot be kept awake from here; when it sleeps, nobody watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not proven yet (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 answer (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody answered for them (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent, as they must be (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to East Asia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way there, China side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way there, Russia side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that nobody has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail, port 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port 25 can&apos;t be tested from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pings are evidence and are not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tries lost, %3 % on the way there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking again, %1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An outage of %1 or longer is always found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyongyang time (UTC+%1:%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer from the name servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected, no answer to the encrypted greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked, then no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow or patchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line was down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer was asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no test address of our own answered, so nothing can be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody between answers for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own line works, the way there does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has never answered us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed checks that do not yet say enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no check recently enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable through the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset in a way that looks like a block on this network, which is not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the servers that test our line are reached by another way than this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no way to the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name server reports a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered with a certificate that is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered in a way we do not understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered, not as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer we do not believe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer did not allow the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own line was down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check was called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check failed, we do not know how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said about the sites since %1. Checks go on; this gap will be marked in every chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said about the sites. Checks go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not answer is not reachable through it; more cannot be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One check that it cannot carry is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checks that it cannot carry are off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are not being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is watching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window only shows what it records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 – now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer before it was seen by us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped between %1 and %2 KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name servers of .kp are not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 name servers of .kp answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this site has no mail server that we know of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routes are not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line works: %1 of %2 test servers elsewhere answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED: this is not what happened in the world.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1, by checks from one computer with KPWatch %2. That a site answers or does not says nothing about access inside the country, nor about a cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error page (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last known: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way there does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable through the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a block on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line is tested by another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by you at %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has never answered us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody between answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tries lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in under 1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of last %2 checks answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered · seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SITES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT CARRIES THE SITES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUR OWN LINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED · not a measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korea time (KST)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper row %1, lower row UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korea time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of the two sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has answered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not answer for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not answered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have not answered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of %1 in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not seen to stop answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was seen to stop answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 showed an error page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1, still none at %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stretch without answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched %1 of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of&#xa0;%2&#xa0;%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the longest of %2 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One North Korean website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 North Korean websites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, checked from %2 %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED: made-up sample data, not a measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“No answer” means at least %1 failed checks (%2 for a site alone) over at least %3 seconds while our own line was shown to work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That a website answers says nothing about access inside the country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in vain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, asked for %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2 (%3), %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1 at this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is usual at this hour is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT WE MAKE OF IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until then the old state stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 or earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the last answer, by the first failed check that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer before it was seen by us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never a reason to say that somebody does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked every %1 s, waiting up to %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address stands in the watchlist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy looks the name up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name servers %1 did not give any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by the name servers %1 in this check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the address book: given by the name servers %1, which are asked apart from the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the server says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs that somebody between answered from memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; in our dated list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same address lets another name pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of our packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so its length says nothing about the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes of page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked again after a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Asked before: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LATEST CHECK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the record …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check in the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CERTIFICATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults are written down and count against nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first 16 of its SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LATEST FAILURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THE WAY THERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody answers for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own line is being tested first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first check is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks from one computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks from one computer in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Korea&apos;s %1 site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, beginning %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes to them, by way of China and of Russia, disappeared from global routing tables; they appeared to be disconnected from the global internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line changed at %1; what came after was not seen in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answered again %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far that is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first failure to the last recovery it was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A North Korean address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident %1, UTC; as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot tell: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TransTeleCom (Russia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the China side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that stopped did so within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first and the last stopped at least %1 apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 stopped, nothing answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 others went on answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 had lost or slow checks in the 20 minutes before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 had lost or slow checks in the 20 minutes before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much was lost in the same hour on %1 of the 7 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped strictly one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the %1 stopped first cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 share the address %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address stopped, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sites answered at their known addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One site answered at its known address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 by way of %3 stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the other way answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least half of %1 hosts stopped and came back %2 times within 6 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All routes were lost %1 times within 6 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line worked throughout the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line was down or unwatched for %1 around the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 % of the time around the start was judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody looked while it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing tested the road by way of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that nobody can answer stayed silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether somebody between answers for everybody was not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes went within 3 min of the hosts, down to %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes went after the hosts, down to %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes went before the hosts, down to %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes stayed, in %1 readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes stayed in part, at least %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No route readings of that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now only by way of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes were marked invalid: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One computer; other places not yet asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses that test our line and the road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks by this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: never answered us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several, not all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, others not yet asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is reached by one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all watched blocks, as others see it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name servers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coming and going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one after another, after loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything within the same minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no clear order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little of the start was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start itself was not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was seen fits none of the known shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the routes went together with the hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hosts went first, then the routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the routes went first, then the hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the routes stayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the routes stayed in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of the routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no outside voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Based on %1 in %2, %3, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was deliberate, who or what did it, or whether people inside the country lost anything: most North Koreans have no access to this network. It is what one computer saw from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that stopped share one address, and at least %1 others answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only name servers stopped, and at least one site answers at its known address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything asked by one side stopped, in two layers, and nothing of the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 times in %2 h at least half of the hosts stopped and came back, or all routes did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 hosts; a third of them with at least %2 % lost or slow checks in the 20 minutes before, one of them %3 min before; %4 strictly one after another; not as usual at that hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 hosts and %2 % of those that answered, in two layers, none answering, within %3 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 % of the networks still had a route, by both sides, and the routes were marked invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed only where %1 % of the start was seen and one of the known shapes fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy does not carry the questions to a name server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its address would have to be looked up from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail is not asked through a proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy does not carry pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy does not carry traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observing only, nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a.m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 p.m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 %2 and %3%4 %5 %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2%3 %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the latest at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes back %1, so nothing can be said about the sites. Checks go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observing only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent; what happens meanwhile is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is asked than may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and one other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4 Korea time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Router %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it may not pass this on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it knows no way there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it has passed too many routers: it went in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that nobody listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged with %1</source>
        <translation>%1과(와) 합침</translation>
    </message>
    <message>
        <source>split at %1</source>
        <translation>%1에서 나눔</translation>
    </message>
    <message>
        <source>told from %1 to %2</source>
        <translation>%1부터 %2까지만 다룸</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 뺌</translation>
    </message>
    <message>
        <source>marked as a false alarm</source>
        <translation>오경보로 표시함</translation>
    </message>
    <message>
        <source>no. %1 undone</source>
        <translation>%1번 되돌림</translation>
    </message>
    <message>
        <source>Merge with another incident</source>
        <translation>다른 사건과 합치기</translation>
    </message>
    <message>
        <source>Split in two</source>
        <translation>둘로 나누기</translation>
    </message>
    <message>
        <source>Set the story&apos;s window</source>
        <translation>이야기의 범위 정하기</translation>
    </message>
    <message>
        <source>Leave a target out</source>
        <translation>대상 빼기</translation>
    </message>
    <message>
        <source>Mark as a false alarm</source>
        <translation>오경보로 표시</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>No. %1, %2: %3. “%4”</source>
        <translation>%1번, %2: %3. “%4”</translation>
    </message>
    <message>
        <source>Supports: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks against: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: never down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not answering for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End, all steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One always did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one did not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until all steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1, then out of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between two checks, or together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents recorded since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results since %1 are not being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first results are on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watching: paused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent until you start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1 (long-standing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last check: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP type %1, code %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MARKED AS A FALSE ALARM: </source>
        <translation>오경보로 표시됨: </translation>
    </message>
    <message>
        <source>Left out by hand: %1.</source>
        <translation>사람이 판단해 뺀 것: %1.</translation>
    </message>
    <message>
        <source>Reported elsewhere. Not measured by this program.</source>
        <translation>다른 보도·자료. 이 프로그램이 측정한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>About the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking again, %1 failed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 test addresses answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered both of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered neither of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered us, not them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered them, not us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by one of us only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by neither of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 % seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never both seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEEN BY %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chart was made %1, from what was known then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The record here says the same to this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The record here says something else now: compare before you use it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing of that time is recorded here, so it cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It shows a simulation, nothing that was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper row %1, later %2; lower row UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC+8:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no silence seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was seen to stop answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When each of them stopped answering, checked from %1 %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, between %3 and %4 %5 (%6 and %7 UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, by %3 %4 (%5 UTC), its start was not observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinted: between the last answer and the failure that decides. A shared number: which came first cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the answers of %1 came within about %2&#xa0;ms, all within %3&#xa0;ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, later or without a place in the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print, 180 × 101 mm at 300 dots an inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom, %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; blocked on this network: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a connection to %1 took, checked from %2 %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1 computers that watched; the others are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line: no answer, or nobody looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what order %1 hosts stopped answering, as far as it can be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of %1 hosts stopped answering first cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, none seen to stop answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of them silent for a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it stopped answering, checked from %1 %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from one computer; our own line works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, between %2 and %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe only: nothing is sent to North Korea. Public sources are asked only once you switch them on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to North Korea, so nothing new is seen of its sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROUTES, SEEN BY OTHERS (RIPE NCC RIS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So are %1 on the way there: in Japan, Hong Kong or Korea, of China Unicom and of TransTeleCom. With addresses that nobody has, that makes about %2 checks a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own resolver is asked for three made-up names at each start and on each new network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody on the way has answered for everybody since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network is the same. What they answer is not believed, and counts against nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on the way has answered for others since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network is the same. What was usual here before is usual again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came after was not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line is down since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said about the sites meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own line works again since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was down since %1; that time is shown as a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came after %1 was not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one was seen not to answer for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first failure on it has been %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when last seen, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 when last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time went by: the clock of this computer was set ahead</source>
        <translation>흐르지 않은 시간입니다: 이 컴퓨터의 시계가 앞으로 맞춰졌습니다</translation>
    </message>
    <message>
        <source>%1 of which we can&apos;t tell</source>
        <translation>%1곳 판단 불가</translation>
    </message>
    <message>
        <source>%1 answering</source>
        <translation>%1곳 응답함</translation>
    </message>
    <message>
        <source>%1 slow or patchy</source>
        <translation>%1곳 느리거나 불안정</translation>
    </message>
    <message>
        <source>%1 with an error page</source>
        <translation>%1곳 오류 화면</translation>
    </message>
    <message>
        <source>%1 not answering</source>
        <translation>%1곳 응답 없음</translation>
    </message>
    <message>
        <source>%1 blocked on this network</source>
        <translation>%1곳 이 회선에서 차단됨</translation>
    </message>
    <message>
        <source>%1 out of sight, our own line is down</source>
        <translation>%1곳 확인 불가, 자체 회선 장애</translation>
    </message>
    <message>
        <source>%1 not watched</source>
        <translation>%1곳 관측 안 함</translation>
    </message>
    <message>
        <source>Answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which had stopped too, answered again by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered again %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site answered for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Korea&apos;s %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Korean sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Korean addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A North Korean site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FALSE ALARM: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route partly visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No route data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public route collectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never gone, partly visible at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible whenever somebody told of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known for %1 of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not watched in this time, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1, checks from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1 checks with %2, from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; routes: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at one time or another did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They could not be reached from %1 of %2 other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be reached from %1 of %2 other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks that answer pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 other places could not reach them either (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 other places reached them (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 other places were asked (%2), but none had reached them in the 36 h before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, usually %2, at the lowest %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, usually %2, never under %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes of measurement %3 had no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes of measurement %3 had an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from one computer; %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from one computer; asking elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching by public sources: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns this computer&apos;s address, or that of your proxy, and that KPWatch asks about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net) and RIS Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: Globalping (jsDelivr), globalping.io</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: RIPE NCC, RIPE Atlas (atlas.ripe.net)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: IODA, Internet Intelligence Lab, Georgia Tech (ioda.live). Copyright Georgia Tech Research Corporation, all rights reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: Cloudflare Radar (radar.cloudflare.com), CC BY-NC 4.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees a route to North Korea&apos;s network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Korea&apos;s network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes within seconds; all routes every 10 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the same addresses from up to 12 places in the world, when somebody stops answering, and twice a day to know who reaches them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these sites, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its measurements are public. The sites see those places, not you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once, after 5 and after 15 minutes; twice a day otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public measurements by RIPE Atlas probes, by the numbers you enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at every 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of North Korea&apos;s blocks are announced, and how many answer pings. The pings count only once they change from what is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data may be shown with credit, and not passed on in bulk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of 5 and 10 minutes, some 20 minutes late; looked at every 10 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another count of the blocks that are announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token tells Cloudflare who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data are for non-commercial use (CC BY-NC 4.0). A newsroom that sells its work needs Cloudflare&apos;s consent to publish them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots up to 2 hours old; looked at every 30 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 other places asked on %2, %3 could not reach them either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 other places asked on %2, %3 reached them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer since %1 KST: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale, last answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; left alone until %2 KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked %1 times in the last 24 hours; at most %2, so %3 are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking other places: %1 of %2 have answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (round %2 of 3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other places are asked again at %1 KST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 places agree, %3 KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 other places reach them, %3 KST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another network, AS%1, announced %2; %3 networks had its route at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AS%1 announced a part, %2; %3 networks had that route at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other collectors saw the routes in %1 of %2 networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: RouteViews, University of Oregon (routeviews.org)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other collectors see of the same routes, as a cross-check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once an hour, and when much changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible in part throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible again by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible in part from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes via China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes via Russia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While not watching (%1–%2 %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public routing data have nothing of that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public routing data have nothing of that time (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
