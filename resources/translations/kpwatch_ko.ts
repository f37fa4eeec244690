<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>kpwatch::AboutDialog</name>
    <message>
        <source>Public sources, asked only where you switched them on:</source>
        <translation>공개 자료원(켠 것만 조회합니다):</translation>
    </message>
    <message>
        <source>About KPWatch</source>
        <translation>KPWatch 정보</translation>
    </message>
    <message>
        <source>Do North Korea&apos;s public sites answer, since when, and is the fault theirs, mine, or in between? Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>북한의 공개 사이트가 응답하는지, 언제부터인지, 원인이 그쪽·이쪽·그 사이 가운데 어디에 있는지 봅니다. GNU 일반 공중 사용 허가서 3판 또는 그 이후 판을 따르는 자유 소프트웨어이며, 어떤 보증도 없습니다.</translation>
    </message>
    <message>
        <source>Versions, licences, and sources</source>
        <translation>판, 사용 허가, 자료원</translation>
    </message>
    <message>
        <source>Stands on the work of others, in the versions that run here:</source>
        <translation>다음을 바탕으로 만들었습니다. 버전은 지금 쓰고 있는 것입니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::AgreementView</name>
    <message>
        <source>What you agree to</source>
        <translation>동의하는 내용</translation>
    </message>
</context>
<context>
    <name>kpwatch::AssessmentColumn</name>
    <message>
        <source>What the record shows</source>
        <translation>기록에 나타난 내용</translation>
    </message>
    <message>
        <source>What this cannot tell you</source>
        <translation>이 기록으로 알 수 없는 것</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Of the routes: %1. Scope: %2.</source>
        <translation>경로: %1. 범위: %2.</translation>
    </message>
    <message>
        <source>+ supports   − speaks against   ? says neither</source>
        <translation>+ 뒷받침   − 어긋남   ? 어느 쪽도 아님</translation>
    </message>
</context>
<context>
    <name>kpwatch::AwayCard</name>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net)</source>
        <translation>자료: RIPE NCC RIS, RIPEstat(stat.ripe.net)</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>타임라인에서 보기</translation>
    </message>
    <message>
        <source>Asking public sources…</source>
        <translation>공개 자료에 묻는 중…</translation>
    </message>
    <message>
        <source>What they know of that time appears in the lanes of the routes.</source>
        <translation>그 시간에 대해 알려진 것은 경로 줄에 나타납니다.</translation>
    </message>
    <message>
        <source>Public routing data go back for years.</source>
        <translation>공개 라우팅 자료는 여러 해 전까지 있습니다.</translation>
    </message>
    <message>
        <source>Show 7 June 2025 from public routing data</source>
        <translation>공개 라우팅 자료로 2025년 6월 7일 보기</translation>
    </message>
    <message>
        <source>Your own record is not a day old</source>
        <translation>자체 기록이 아직 하루도 되지 않았습니다</translation>
    </message>
    <message>
        <source>Public sources are asked again at %1 KST.</source>
        <translation>%1 KST에 공개 자료에 다시 묻습니다.</translation>
    </message>
    <message>
        <source>No data (%1–%2)</source>
        <translation>자료 없음 (%1–%2)</translation>
    </message>
</context>
<context>
    <name>kpwatch::Banner</name>
    <message>
        <source>Go on with it…</source>
        <translation>이어 쓰기…</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>다시 시험</translation>
    </message>
    <message>
        <source>%1 of %2 ›</source>
        <translation>%1/%2 ›</translation>
    </message>
    <message>
        <source>Notice %1 of %2, show the next</source>
        <translation>알림 %1/%2, 다음 보기</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>다른 곳 고르기…</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>알림…</translation>
    </message>
    <message>
        <source>Say where…</source>
        <translation>장소 적기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>kpwatch::BrushHandle</name>
    <message>
        <source>Begin of the range in view</source>
        <translation>보이는 범위의 시작</translation>
    </message>
    <message>
        <source>End of the range in view</source>
        <translation>보이는 범위의 끝</translation>
    </message>
</context>
<context>
    <name>kpwatch::ComposerForm</name>
    <message>
        <source>Who answered when</source>
        <translation>시간별 응답 현황</translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation>응답이 끊긴 순서</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>With all colours</source>
        <translation>모든 색으로</translation>
    </message>
    <message>
        <source>In grey</source>
        <translation>회색조로</translation>
    </message>
    <message>
        <source>Without red cones</source>
        <translation>적색맹으로</translation>
    </message>
    <message>
        <source>Without green cones</source>
        <translation>녹색맹으로</translation>
    </message>
    <message>
        <source>Without blue cones</source>
        <translation>청색맹으로</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>차트 내보내기</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation>대체 텍스트</translation>
    </message>
    <message>
        <source>Always on the chart: source line, gaps in the record, legend, time zones. They cannot be switched off.</source>
        <translation>차트에 늘 들어가는 것: 출처, 기록의 공백, 범례, 시간대. 끌 수 없습니다.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>직접 지정…</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>너비와 높이(픽셀)</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Write it as 1200x800: 600 to 6000 pixels a side, none more than three times the other.</source>
        <translation>1200x800처럼 적으세요. 한 변은 600~6000픽셀, 긴 변은 짧은 변의 세 배까지입니다.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG, text can be edited</source>
        <translation>SVG, 글자 편집 가능</translation>
    </message>
    <message>
        <source>SVG, text as shapes</source>
        <translation>SVG, 글자를 도형으로</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV, a row a stretch</source>
        <translation>CSV, 구간마다 한 행</translation>
    </message>
    <message>
        <source>CSV for Datawrapper</source>
        <translation>Datawrapper용 CSV</translation>
    </message>
    <message>
        <source>Theme of the chart</source>
        <translation>차트 테마</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>What carries the sites, and our own line</source>
        <translation>기반 설비와 자체 회선</translation>
    </message>
    <message>
        <source>Total time without answer</source>
        <translation>응답 없던 시간 합계</translation>
    </message>
    <message>
        <source>Preview as seen</source>
        <translation>미리보기 색각</translation>
    </message>
    <message>
        <source>Newsroom, for the source line</source>
        <translation>출처에 적을 언론사</translation>
    </message>
    <message>
        <source>The Courier</source>
        <translation>한길신문</translation>
    </message>
    <message>
        <source>Checked from (can give away where you are)</source>
        <translation>점검한 곳(위치가 드러날 수 있음)</translation>
    </message>
    <message>
        <source>one computer</source>
        <translation>컴퓨터 한 대</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>로고…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>로고 없음</translation>
    </message>
    <message>
        <source>Routes there, as others see them</source>
        <translation>다른 관측망이 본 경로</translation>
    </message>
</context>
<context>
    <name>kpwatch::DayEdit</name>
    <message>
        <source>Month before</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Choose in a calendar</source>
        <translation>달력에서 고르기</translation>
    </message>
</context>
<context>
    <name>kpwatch::ElsewhereStrip</name>
    <message>
        <source>Ask elsewhere</source>
        <translation>다른 지점에 묻기</translation>
    </message>
    <message>
        <source>Have up to 12 places in the world ask the same addresses now</source>
        <translation>세계 최대 12개 지점에서 지금 같은 주소를 점검하게 합니다</translation>
    </message>
    <message>
        <source>Globalping is left alone until %1 KST: it said so, does not answer, or has been asked as often as it may be</source>
        <translation>Globalping에는 %1 KST까지 묻지 않습니다. 그쪽이 그렇게 말했거나, 응답하지 않거나, 물을 수 있는 만큼 물었기 때문입니다</translation>
    </message>
    <message>
        <source>You can ask again from %1 KST: until then what Globalping may still be asked is kept for the rounds that begin by themselves in an outage</source>
        <translation>%1 KST부터 다시 물을 수 있습니다. 그때까지 Globalping에 물을 수 있는 남은 횟수는 응답이 끊길 때 자동으로 묻는 데 씁니다</translation>
    </message>
</context>
<context>
    <name>kpwatch::EmptyCard</name>
    <message>
        <source>Import history…</source>
        <translation>기록 가져오기…</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>아직 기록이 없습니다</translation>
    </message>
    <message>
        <source>Lanes fill as checks come in.</source>
        <translation>점검 결과가 들어오면 줄이 채워집니다.</translation>
    </message>
    <message>
        <source>A colleague&apos;s pack or observation file, as lanes of its own beside ours</source>
        <translation>동료의 증거 묶음이나 관측 파일을 내 기록 옆의 별도 줄로</translation>
    </message>
</context>
<context>
    <name>kpwatch::EntryDialog</name>
    <message>
        <source>Add a control</source>
        <translation>시험 서버 추가</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>대상 추가</translation>
    </message>
    <message>
        <source>Edit a control</source>
        <translation>시험 서버 편집</translation>
    </message>
    <message>
        <source>Edit a target</source>
        <translation>대상 편집</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>As people read it</source>
        <translation>사람이 읽는 이름</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>짧은 이름</translation>
    </message>
    <message>
        <source>For lanes and charts; empty: the name</source>
        <translation>줄과 차트에 씁니다. 비우면 이름 그대로</translation>
    </message>
    <message>
        <source>Asked every (s)</source>
        <translation>점검 간격(초)</translation>
    </message>
    <message>
        <source>Empty: as the settings say</source>
        <translation>비우면 설정대로</translation>
    </message>
    <message>
        <source>Waited for (s)</source>
        <translation>기다리는 시간(초)</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>파일 속 이름</translation>
    </message>
    <message>
        <source>Stays for ever: rows of the record are known by it. Empty: made from the name</source>
        <translation>바뀌지 않습니다. 기록은 이 이름으로 찾습니다. 비우면 이름에서 만듭니다</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>알려진 것</translation>
    </message>
    <message>
        <source>“unproven” until somebody has looked</source>
        <translation>누가 살펴보기 전에는 “확인 전”</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>고른 이유</translation>
    </message>
    <message>
        <source>Whose it is, and in which network</source>
        <translation>누구의 것이며 어느 망에 있는지</translation>
    </message>
    <message>
        <source>Web page (http or https)</source>
        <translation>웹페이지(http 또는 https)</translation>
    </message>
    <message>
        <source>Name server (DNS)</source>
        <translation>네임서버(DNS)</translation>
    </message>
    <message>
        <source>Port of a server (TCP)</source>
        <translation>서버의 포트(TCP)</translation>
    </message>
    <message>
        <source>Mail server (SMTP)</source>
        <translation>메일 서버(SMTP)</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>핑</translation>
    </message>
    <message>
        <source>Way there (trace)</source>
        <translation>가는 길(경로 추적)</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>점검 내용</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>웹 주소</translation>
    </message>
    <message>
        <source>Its name servers</source>
        <translation>그 네임서버</translation>
    </message>
    <message>
        <source>Addresses, between commas: 175.45.176.8, 175.45.176.9. Not for an address</source>
        <translation>주소를 쉼표로 나눠 적습니다: 175.45.176.8, 175.45.176.9. 웹 주소가 숫자 주소면 비웁니다</translation>
    </message>
    <message>
        <source>Its status, if known</source>
        <translation>아는 경우 상태 코드</translation>
    </message>
    <message>
        <source>A text of the page, if known</source>
        <translation>아는 경우 페이지의 글</translation>
    </message>
    <message>
        <source>Another answer is then somebody else&apos;s</source>
        <translation>다른 응답은 남의 것으로 봅니다</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Empty: the usual one</source>
        <translation>비우면 보통 쓰는 포트</translation>
    </message>
    <message>
        <source>Name it is asked for</source>
        <translation>물어볼 이름</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>레코드 종류</translation>
    </message>
    <message>
        <source>What it tests</source>
        <translation>시험하는 것</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>속하는 곳</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>사이트: %1</translation>
    </message>
    <message>
        <source>A site of its own</source>
        <translation>새 사이트</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>네임서버</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>라우터</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>via China</source>
        <translation>중국 경유</translation>
    </message>
    <message>
        <source>via Russia</source>
        <translation>러시아 경유</translation>
    </message>
    <message>
        <source>via both</source>
        <translation>양쪽 경유</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
</context>
<context>
    <name>kpwatch::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>같은 때 있었던 일</translation>
    </message>
    <message>
        <source>What others dated, in the range in view. That it lies beside a gap makes it no cause. It is in no chart and no export.</source>
        <translation>보이는 범위에서 다른 곳이 날짜를 밝힌 일입니다. 공백과 겹친다고 원인은 아닙니다. 차트와 내보내기에는 들어가지 않습니다.</translation>
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
    <message>
        <source>None imported. A table begins with the line &quot;date,title,source&quot;.</source>
        <translation>가져온 것 없음. 표는 &quot;date,title,source&quot; 줄로 시작합니다.</translation>
    </message>
    <message>
        <source>Imported: %1. They are taken off this list; the file they came from stays where it is.</source>
        <translation>가져온 사건 %1개를 이 목록에서 지웁니다. 원래 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>이 줄 복사</translation>
    </message>
</context>
<context>
    <name>kpwatch::EvidenceDialog</name>
    <message>
        <source>With the chart</source>
        <translation>차트 포함</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>증거 묶음</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>다른 컴퓨터</translation>
    </message>
    <message>
        <source>How far the packing is</source>
        <translation>묶는 작업의 진행 정도</translation>
    </message>
    <message>
        <source>Name of this desk in the pack</source>
        <translation>묶음에 적을 이곳 이름</translation>
    </message>
    <message>
        <source>Newsroom that hands it on</source>
        <translation>전달하는 언론사</translation>
    </message>
    <message>
        <source>Every check and event that the rules need, the rules and numbers in force, the seals of its days, and a page that explains them: who doubts the incident can make it again and compare every byte.</source>
        <translation>판정에 필요한 모든 점검과 이벤트, 적용된 규칙과 수치, 해당 날짜의 봉인, 설명서가 들어갑니다. 의심하는 사람은 사건을 다시 만들어 한 바이트까지 견줘 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>What stays here: your address, computer, user, folders, resolver, the first routers on your way, and your notes.</source>
        <translation>여기 남는 것: 사용자의 주소, 컴퓨터, 계정, 폴더, DNS 서버, 가까운 라우터, 메모.</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>증거 저장</translation>
    </message>
    <message>
        <source>Evidence pack (*.zip)</source>
        <translation>증거 묶음 (*.zip)</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation>멈췄습니다. 저장된 것은 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %1 (%2, %n observation(s)).</source>
        <translation>
            <numerusform>저장됨: %1 (%2, 관측 %n건).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation>%1: 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
</context>
<context>
    <name>kpwatch::ExportDialog</name>
    <message>
        <source>Export chart</source>
        <translation>차트 내보내기</translation>
    </message>
    <message>
        <source>Preview · SIMULATED</source>
        <translation>미리보기 · 모의</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>The preview is the file: what you see is drawn by the same code.</source>
        <translation>미리보기가 곧 파일입니다. 보이는 그대로 저장됩니다.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy alt text</source>
        <translation>대체 텍스트 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>The picture and its alt text are on the clipboard.</source>
        <translation>그림과 대체 텍스트를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The alt text is on the clipboard.</source>
        <translation>대체 텍스트를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Saved: %1
Its alt text is on the clipboard.</source>
        <translation>저장됨: %1
대체 텍스트를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>What may be chosen</source>
        <translation>고를 수 있는 것</translation>
    </message>
    <message>
        <source>CSV, with the spans of this chart</source>
        <translation>CSV, 이 차트의 구간들</translation>
    </message>
    <message>
        <source>%1, %2 × %3 px · %4 %</source>
        <translation>%1, %2 × %3픽셀 · %4%</translation>
    </message>
    <message>
        <source>%1 file (*%2)</source>
        <translation>%1 파일 (*%2)</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation>%1: 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
        <source>The file is a table of what you see. A text beside it says how it was made.</source>
        <translation>파일은 보이는 내용의 표입니다. 만든 방법은 곁에 함께 저장되는 글에 적혀 있습니다.</translation>
    </message>
    <message>
        <source>Saved: %1
How it was made stands beside it, in %2.</source>
        <translation>저장됨: %1
만든 방법은 곁에 있는 %2에 적혀 있습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::ExportsDialog</name>
    <message>
        <source>Evidence</source>
        <translation>증거</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation>판단 불가</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>그대로임</translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n number(s)</source>
        <translation>
            <numerusform>바뀐 수치 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it again (F5)</source>
        <translation>다시 만들기 (F5)</translation>
    </message>
    <message>
        <source>What went out</source>
        <translation>내보낸 것</translation>
    </message>
    <message>
        <source>Files that went out, newest first</source>
        <translation>내보낸 파일, 최근 것부터</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Its numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>What it said, and what the record says now</source>
        <translation>내보낸 내용과 지금의 기록</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Making it again…</source>
        <translation>다시 만드는 중…</translation>
    </message>
    <message>
        <source>Nothing went out yet.</source>
        <translation>아직 내보낸 것이 없습니다.</translation>
    </message>
    <message>
        <source>Made again, without its logo, which cannot be read: %1</source>
        <translation>로고를 읽을 수 없어 로고 없이 다시 만듦: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>다시 만듦: %1</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>진행 정도</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation>멈췄습니다. 저장된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
</context>
<context>
    <name>kpwatch::FaultWords</name>
    <message>
        <source>is not an object</source>
        <translation>객체가 아닙니다</translation>
    </message>
    <message>
        <source>write {...} here</source>
        <translation>여기에 {...}를 쓰세요</translation>
    </message>
    <message>
        <source>is not a key known here</source>
        <translation>여기서 쓰는 키가 아닙니다</translation>
    </message>
    <message>
        <source>remove it or use one of %1</source>
        <translation>지우거나 다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>빠져 있습니다</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>넣으세요</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>목록이 아닙니다</translation>
    </message>
    <message>
        <source>write [...] here</source>
        <translation>여기에 [...]를 쓰세요</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>글이 아닙니다</translation>
    </message>
    <message>
        <source>write it in double quotes</source>
        <translation>큰따옴표로 묶으세요</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>give it a text or remove the key</source>
        <translation>글을 넣거나 키를 지우세요</translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation>%1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>줄이세요</translation>
    </message>
    <message>
        <source>contains a control character</source>
        <translation>제어 문자가 들어 있습니다</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>지우세요</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>정수가 아닙니다</translation>
    </message>
    <message>
        <source>write a whole number from %1 to %2</source>
        <translation>%1부터 %2까지의 정수를 쓰세요</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>수가 아닙니다</translation>
    </message>
    <message>
        <source>write a number from %1 to %2</source>
        <translation>%1부터 %2까지의 수를 쓰세요</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1: 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>is not true or false</source>
        <translation>true도 false도 아닙니다</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>true나 false를 쓰세요</translation>
    </message>
    <message>
        <source>has more than 10 entries</source>
        <translation>항목이 10개를 넘습니다</translation>
    </message>
    <message>
        <source>keep at most 10 re-checks</source>
        <translation>재확인은 10번까지만 두세요</translation>
    </message>
    <message>
        <source>is not later than the one before</source>
        <translation>앞의 것보다 늦지 않습니다</translation>
    </message>
    <message>
        <source>list the seconds in rising order</source>
        <translation>초를 작은 것부터 차례로 쓰세요</translation>
    </message>
    <message>
        <source>is not a setting</source>
        <translation>설정이 아닙니다</translation>
    </message>
    <message>
        <source>remove it or correct its name</source>
        <translation>지우거나 이름을 고치세요</translation>
    </message>
    <message>
        <source>confirm_failures_alone is less than confirm_failures</source>
        <translation>confirm_failures_alone 값이 confirm_failures보다 작습니다</translation>
    </message>
    <message>
        <source>a target alone needs at least as many</source>
        <translation>대상 하나만일 때는 적어도 그만큼 필요합니다</translation>
    </message>
    <message>
        <source>%1 is not a short name</source>
        <translation>%1: 짧은 이름이 아닙니다</translation>
    </message>
    <message>
        <source>use a-z, 0-9 and single dashes, at most 64 characters</source>
        <translation>a-z, 0-9, 이어지지 않는 붙임표만 64자까지 쓰세요</translation>
    </message>
    <message>
        <source>&quot;own-line&quot; is the lane of our own connection</source>
        <translation>&quot;own-line&quot;은 자체 회선의 줄 이름입니다</translation>
    </message>
    <message>
        <source>choose another short name</source>
        <translation>다른 짧은 이름을 고르세요</translation>
    </message>
    <message>
        <source>%1 is the name of an earlier site</source>
        <translation>%1: 앞에 나온 사이트의 이름입니다</translation>
    </message>
    <message>
        <source>%1 is the name of an earlier one</source>
        <translation>%1: 앞에 나온 것의 이름입니다</translation>
    </message>
    <message>
        <source>give each its own</source>
        <translation>저마다 다른 이름을 주세요</translation>
    </message>
    <message>
        <source>is for controls</source>
        <translation>시험 서버에만 쓰는 것입니다</translation>
    </message>
    <message>
        <source>what a watched site answers is theirs: leave it out</source>
        <translation>관측하는 사이트가 무엇을 답하는지는 그쪽의 일이니 빼세요</translation>
    </message>
    <message>
        <source>is not a layer</source>
        <translation>계층이 아닙니다</translation>
    </message>
    <message>
        <source>use http, dns, tcp, mail or route</source>
        <translation>http, dns, tcp, mail, route 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>is not a side</source>
        <translation>경유하는 쪽이 아닙니다</translation>
    </message>
    <message>
        <source>use china, russia, both or unknown</source>
        <translation>china, russia, both, unknown 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>%1 tells only of the way there</source>
        <translation>%1: 가는 길만 알려 줍니다</translation>
    </message>
    <message>
        <source>use route or leave the key out</source>
        <translation>route를 쓰거나 키를 빼세요</translation>
    </message>
    <message>
        <source>%1 is the name of no web site in this list</source>
        <translation>%1: 이 목록에 그런 웹사이트가 없습니다</translation>
    </message>
    <message>
        <source>write its address</source>
        <translation>주소를 쓰세요</translation>
    </message>
    <message>
        <source>has both a site and a group</source>
        <translation>사이트와 묶음이 둘 다 있습니다</translation>
    </message>
    <message>
        <source>has neither a site nor a group</source>
        <translation>사이트도 묶음도 없습니다</translation>
    </message>
    <message>
        <source>give it exactly one of &quot;site&quot; and &quot;group&quot;</source>
        <translation>&quot;site&quot;와 &quot;group&quot; 가운데 하나만 쓰세요</translation>
    </message>
    <message>
        <source>%1 is not among the sites</source>
        <translation>%1: 사이트 목록에 없습니다</translation>
    </message>
    <message>
        <source>add it to &quot;sites&quot;</source>
        <translation>&quot;sites&quot;에 넣으세요</translation>
    </message>
    <message>
        <source>%1 is the name of a site</source>
        <translation>%1: 사이트의 이름입니다</translation>
    </message>
    <message>
        <source>choose another</source>
        <translation>다른 것을 고르세요</translation>
    </message>
    <message>
        <source>%1 is not a ring</source>
        <translation>%1: 시험 서버의 종류가 아닙니다</translation>
    </message>
    <message>
        <source>use line, long-haul, transit-china, transit-russia or negative</source>
        <translation>line, long-haul, transit-china, transit-russia, negative 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>%1 proves nothing</source>
        <translation>%1: 아무것도 증명하지 못합니다</translation>
    </message>
    <message>
        <source>use http, dns, tcp or smtp for a control</source>
        <translation>시험 서버에는 http, dns, tcp, smtp 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>asks every %1 s</source>
        <translation>%1초마다 묻습니다</translation>
    </message>
    <message>
        <source>asks every %1 s by the settings</source>
        <translation>설정에 따라 %1초마다 묻습니다</translation>
    </message>
    <message>
        <source>30 s is the shortest except for loopback addresses</source>
        <translation>이 컴퓨터 자신의 주소가 아니면 30초가 가장 짧습니다</translation>
    </message>
    <message>
        <source>give it an &quot;interval_s&quot; of at least 30</source>
        <translation>&quot;interval_s&quot;를 30 이상으로 하세요</translation>
    </message>
    <message>
        <source>%1 is neither a host name nor an address</source>
        <translation>%1: 호스트 이름도 주소도 아닙니다</translation>
    </message>
    <message>
        <source>correct the host in it</source>
        <translation>그 안의 호스트를 고치세요</translation>
    </message>
    <message>
        <source>names a host but the probe has no &quot;resolve&quot;</source>
        <translation>호스트 이름이 있는데 &quot;resolve&quot;가 없습니다</translation>
    </message>
    <message>
        <source>add &quot;resolve&quot;: {&quot;servers&quot;: [...]} with the name servers to ask</source>
        <translation>물을 네임서버를 &quot;resolve&quot;: {&quot;servers&quot;: [...]}로 넣으세요</translation>
    </message>
    <message>
        <source>expects nothing</source>
        <translation>기대하는 것이 없습니다</translation>
    </message>
    <message>
        <source>give it a &quot;status&quot;, a &quot;text&quot; of the page, or both</source>
        <translation>&quot;status&quot;나 페이지의 &quot;text&quot; 또는 둘 다 넣으세요</translation>
    </message>
    <message>
        <source>%1 is not a domain name</source>
        <translation>%1: 도메인 이름이 아닙니다</translation>
    </message>
    <message>
        <source>write it as &quot;kp&quot; or &quot;kcna.kp&quot;</source>
        <translation>&quot;kp&quot;나 &quot;kcna.kp&quot;처럼 쓰세요</translation>
    </message>
    <message>
        <source>%1 is not a record type asked for here</source>
        <translation>%1: 여기서 묻는 레코드 종류가 아닙니다</translation>
    </message>
    <message>
        <source>use SOA, A, AAAA, NS, MX or TXT</source>
        <translation>SOA, A, AAAA, NS, MX, TXT 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>correct it</source>
        <translation>고치세요</translation>
    </message>
    <message>
        <source>write {&quot;kind&quot;: ...}</source>
        <translation>{&quot;kind&quot;: ...}처럼 쓰세요</translation>
    </message>
    <message>
        <source>%1 is not a kind of probe</source>
        <translation>%1: 점검의 종류가 아닙니다</translation>
    </message>
    <message>
        <source>use http, dns, tcp, smtp, ping or trace</source>
        <translation>http, dns, tcp, smtp, ping, trace 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>%1 is a documentation address</source>
        <translation>%1: 문서용 주소입니다</translation>
    </message>
    <message>
        <source>only controls of the ring &quot;negative&quot; may use it</source>
        <translation>&quot;negative&quot; 시험 서버만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>%1 is a private or special address</source>
        <translation>%1: 사설 주소나 특수 주소입니다</translation>
    </message>
    <message>
        <source>it cannot be dialled at all, use another</source>
        <translation>아예 걸 수 없는 주소이니 다른 것을 쓰세요</translation>
    </message>
    <message>
        <source>use a public one or set &quot;allow_private&quot;: true</source>
        <translation>공인 주소를 쓰거나 &quot;allow_private&quot;: true로 하세요</translation>
    </message>
    <message>
        <source>%1 is not an address</source>
        <translation>%1: 주소가 아닙니다</translation>
    </message>
    <message>
        <source>write it as numbers, such as 175.45.176.15</source>
        <translation>175.45.176.15처럼 숫자로 쓰세요</translation>
    </message>
    <message>
        <source>name at least one name server by its address</source>
        <translation>네임서버를 적어도 하나 주소로 쓰세요</translation>
    </message>
    <message>
        <source>%1 is not a web address</source>
        <translation>%1: 웹 주소가 아닙니다</translation>
    </message>
    <message>
        <source>write it as http://host/ or https://host/</source>
        <translation>http://host/ 또는 https://host/처럼 쓰세요</translation>
    </message>
    <message>
        <source>carries a user name</source>
        <translation>사용자 이름이 들어 있습니다</translation>
    </message>
    <message>
        <source>remove everything up to the @</source>
        <translation>@까지 모두 지우세요</translation>
    </message>
    <message>
        <source>has no usable port after the colon</source>
        <translation>쌍점 뒤에 쓸 수 있는 포트가 없습니다</translation>
    </message>
    <message>
        <source>write a number from 1 to 65535</source>
        <translation>1부터 65535까지의 수를 쓰세요</translation>
    </message>
    <message>
        <source>is not valid JSON at line %1, column %2</source>
        <translation>%1째 줄 %2째 글자에서 올바른 JSON이 아님</translation>
    </message>
    <message>
        <source>correct it there</source>
        <translation>그곳을 고치세요</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>파일이 없음</translation>
    </message>
    <message>
        <source>check its path</source>
        <translation>경로를 확인하세요</translation>
    </message>
    <message>
        <source>cannot be opened (%1)</source>
        <translation>열 수 없음(%1)</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>접근 권한을 확인하세요</translation>
    </message>
    <message>
        <source>check the path and its permissions</source>
        <translation>경로와 접근 권한을 확인하세요</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>give the path of a file</source>
        <translation>파일 경로를 쓰세요</translation>
    </message>
    <message>
        <source>give the path of an observation file</source>
        <translation>관측 파일 경로를 쓰세요</translation>
    </message>
    <message>
        <source>is larger than %1 MiB</source>
        <translation>%1 MiB보다 큼</translation>
    </message>
    <message>
        <source>this is not such a file</source>
        <translation>알맞은 파일이 아닙니다</translation>
    </message>
    <message>
        <source>this is no chart of ours</source>
        <translation>KPWatch 차트가 아닙니다</translation>
    </message>
    <message>
        <source>carries nothing that says what it shows: it is no PNG that KPWatch saved, or somebody saved it anew without that</source>
        <translation>무엇을 보여 주는지 적혀 있지 않음: KPWatch가 저장한 PNG가 아니거나, 누군가 그 내용 없이 다시 저장함</translation>
    </message>
    <message>
        <source>open the original file</source>
        <translation>원본 파일을 여세요</translation>
    </message>
    <message>
        <source>holds no rows</source>
        <translation>행이 없음</translation>
    </message>
    <message>
        <source>its first line is nested too deeply</source>
        <translation>첫 줄이 너무 깊게 중첩됨</translation>
    </message>
    <message>
        <source>give an observation file</source>
        <translation>관측 파일을 고르세요</translation>
    </message>
    <message>
        <source>is of another version of observation files</source>
        <translation>다른 버전의 관측 파일임</translation>
    </message>
    <message>
        <source>this program reads version 1</source>
        <translation>이 프로그램은 버전 1을 읽습니다</translation>
    </message>
    <message>
        <source>reading stopped (%1)</source>
        <translation>읽기가 중단됨(%1)</translation>
    </message>
    <message>
        <source>check the disk it lies on</source>
        <translation>파일이 있는 디스크를 점검하세요</translation>
    </message>
    <message>
        <source>still empty</source>
        <translation>아직 비어 있습니다</translation>
    </message>
    <message>
        <source>fill it in</source>
        <translation>채우세요</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>%1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>there is a control character in it</source>
        <translation>제어 문자가 들어 있습니다</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>정수가 아닙니다</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is no name for files</source>
        <translation>%1: 파일에 쓸 수 없는 이름입니다</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>%1 is taken already</source>
        <translation>%1: 이미 쓰고 있습니다</translation>
    </message>
    <message>
        <source>every %1 s is too often</source>
        <translation>%1초마다는 너무 잦습니다</translation>
    </message>
    <message>
        <source>every %1 s, as the settings say, is too often</source>
        <translation>설정에 따른 %1초마다는 너무 잦습니다</translation>
    </message>
    <message>
        <source>write 30 or more under “Asked every (s)”</source>
        <translation>“점검 간격(초)”에 30 이상을 쓰세요</translation>
    </message>
    <message>
        <source>it holds a name, and nobody is given who knows its address</source>
        <translation>이름이 들어 있는데, 그 주소를 아는 곳이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>write whom to ask under “Its name servers”</source>
        <translation>물을 곳을 “그 네임서버”에 쓰세요</translation>
    </message>
    <message>
        <source>nothing is known of its answer</source>
        <translation>무엇을 답하는지 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>write its status, a text of the page, or both</source>
        <translation>상태 코드나 페이지의 글 또는 둘 다 쓰세요</translation>
    </message>
    <message>
        <source>only controls of “Addresses that nobody has” may use it</source>
        <translation>“주인 없는 주소” 시험 서버에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>use a public one</source>
        <translation>공인 주소를 쓰세요</translation>
    </message>
    <message>
        <source>there is a user name in it</source>
        <translation>사용자 이름이 들어 있습니다</translation>
    </message>
    <message>
        <source>no usable port after the colon</source>
        <translation>쌍점 뒤에 쓸 수 있는 포트가 없습니다</translation>
    </message>
    <message>
        <source>its description is longer than %1 bytes</source>
        <translation>설명이 %1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>one is not later than the one before</source>
        <translation>앞의 것보다 늦지 않은 값이 있습니다</translation>
    </message>
    <message>
        <source>fewer than where others are silent as well</source>
        <translation>다른 곳도 응답이 없을 때보다 적습니다</translation>
    </message>
</context>
<context>
    <name>kpwatch::FindDialog</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>A day, a site, a state: last Tuesday · 6 March · KCNA not answering</source>
        <translation>날짜, 사이트, 상태: 지난 화요일 · 3월 6일 · 고려항공 응답 없음</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>찾을 말</translation>
    </message>
    <message>
        <source>What was found, newest first</source>
        <translation>찾은 것, 최근 것부터</translation>
    </message>
    <message>
        <source>%1 was before the first check, %2.</source>
        <translation>%1: 첫 점검(%2) 이전입니다.</translation>
    </message>
    <message>
        <source>Nothing but answers is recorded on %1, Korea time.</source>
        <translation>%1(한국시간)에는 응답만 기록돼 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n stretches on %1, Korea time</source>
        <translation>
            <numerusform>%1(한국시간) 구간 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretches</source>
        <translation>
            <numerusform>구간 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>%1 전체 보기</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>타임라인에서 보기</translation>
    </message>
</context>
<context>
    <name>kpwatch::FirstRunPane</name>
    <message>
        <source>Not watching yet</source>
        <translation>아직 관측하지 않음</translation>
    </message>
    <message>
        <source>Before the first check</source>
        <translation>첫 점검에 앞서</translation>
    </message>
    <message>
        <source>Change what is checked…</source>
        <translation>점검 대상 바꾸기…</translation>
    </message>
    <message>
        <source>Where do you watch from?</source>
        <translation>어디서 관측하고 있습니까?</translation>
    </message>
    <message>
        <source>in your own words, or nothing</source>
        <translation>자신의 말로, 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>In your own words. It is shown in this window and is in no export.</source>
        <translation>자신의 말로 적습니다. 이 창에만 보이며 내보내는 것에는 들어가지 않습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::FoundModel</name>
    <message>
        <source>From (Korea time)</source>
        <translation>시작 (한국시간)</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>지속 시간</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>kpwatch::GoToDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>날짜로 이동</translation>
    </message>
    <message>
        <source>Day in Korea</source>
        <translation>한국 날짜</translation>
    </message>
    <message>
        <source>Time of day in Korea</source>
        <translation>한국 시각</translation>
    </message>
    <message>
        <source>&amp;Day, Korea time</source>
        <translation>날짜, 한국시간(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time, Korea time</source>
        <translation>시각, 한국시간(&amp;T)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>아직 오지 않은 날입니다.</translation>
    </message>
    <message>
        <source>This hour is still to come.</source>
        <translation>아직 오지 않은 시각입니다.</translation>
    </message>
    <message>
        <source>Nothing is known of days before %1.</source>
        <translation>%1 이전의 날은 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>This is not read as a day. Write it as %1, or as %2.</source>
        <translation>날짜로 읽을 수 없습니다. 다음과 같이 쓰세요: %1, %2.</translation>
    </message>
</context>
<context>
    <name>kpwatch::HeadlineBar</name>
    <message>
        <source>%1 UTC · %2 here</source>
        <translation>%1 UTC · 이곳 %2</translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentLanes</name>
    <message>
        <source>The whole incident</source>
        <translation>사건 전체</translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentPane</name>
    <message>
        <source>What the record shows so far</source>
        <translation>지금까지 기록에 나타난 내용</translation>
    </message>
    <message>
        <source>Review incident</source>
        <translation>사건 검토</translation>
    </message>
    <message>
        <source>Copy brief</source>
        <translation>단신 복사</translation>
    </message>
    <message>
        <source>ONGOING INCIDENT</source>
        <translation>진행 중인 사건</translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation>응답이 끊긴 순서</translation>
    </message>
    <message>
        <source>EARLIER</source>
        <translation>이전 사건</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>모든 사건</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>기록을 읽는 중…</translation>
    </message>
    <message>
        <source>No incident is going on.</source>
        <translation>진행 중인 사건이 없습니다.</translation>
    </message>
    <message>
        <source>%1, out of sight</source>
        <translation>%1, 현재 확인 불가</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>No incident was going on when the sites were last seen. What happens now is out of sight.</source>
        <translation>사이트를 마지막으로 봤을 때 진행 중인 사건은 없었습니다. 지금은 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Review this incident</source>
        <translation>이 사건 검토</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>이 줄 복사</translation>
    </message>
</context>
<context>
    <name>kpwatch::IncidentReview</name>
    <message>
        <source>Review of the incident</source>
        <translation>사건 검토</translation>
    </message>
    <message>
        <source>What the record shows</source>
        <translation>기록에 나타난 내용</translation>
    </message>
    <message>
        <source>‹ All incidents</source>
        <translation>‹ 모든 사건</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>타임라인에서 보기</translation>
    </message>
    <message>
        <source>Copy alert</source>
        <translation>속보 복사</translation>
    </message>
    <message>
        <source>Copy brief</source>
        <translation>단신 복사</translation>
    </message>
    <message>
        <source>Copy full</source>
        <translation>전문 복사</translation>
    </message>
    <message>
        <source>Copy table for an expert</source>
        <translation>전문가용 표 복사</translation>
    </message>
    <message>
        <source>What stopped answering first</source>
        <translation>응답이 끊긴 순서</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Tinted: between the last good check and the failure that decides. A shared number means that bands overlap, one with the next: no order of all who have it can be told.</source>
        <translation>옅은 띠: 마지막 정상 점검과 판정을 가른 실패 사이. 번호가 같으면 띠가 서로 이어 겹쳐 그 모두의 순서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The whole incident</source>
        <translation>사건 전체</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Target whose response time is shown</source>
        <translation>응답 시간을 보일 대상</translation>
    </message>
    <message>
        <source>%1 · seen from one computer · incident %2 (UTC)</source>
        <translation>%1 · 컴퓨터 한 대로 관측 · 사건 %2(UTC)</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Not over</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Not over when last seen</source>
        <translation>마지막 관측 때 진행 중</translation>
    </message>
    <message>
        <source>Not over, long-standing</source>
        <translation>진행 중, 장기 무응답</translation>
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
    <message>
        <source>‹ Previous</source>
        <translation>‹ 이전</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>다음 ›</translation>
    </message>
    <message numerus="yes">
        <source>Copied, %n characters</source>
        <translation>
            <numerusform>복사함, %n자</numerusform>
        </translation>
    </message>
    <message>
        <source>What answered again first</source>
        <translation>응답이 재개된 순서</translation>
    </message>
    <message>
        <source>Nothing was seen to come back.</source>
        <translation>다시 응답한 것은 관측되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing has come back yet.</source>
        <translation>아직 다시 응답한 곳이 없습니다.</translation>
    </message>
    <message>
        <source>ms, KST; no line: no answer, or nobody looked</source>
        <translation>밀리초, KST. 선이 없으면 응답 없음 또는 관측 없음</translation>
    </message>
    <message>
        <source>Tinted: between a failed check and the first good one. A shared number means that bands overlap, one with the next: no order of all who have it can be told.</source>
        <translation>옅은 띠: 실패한 점검과 첫 정상 점검 사이. 번호가 같으면 띠가 서로 이어 겹쳐 그 모두의 순서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation>증거 묶음…</translation>
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
        <translation>찾기: 사이트, 날짜</translation>
    </message>
    <message>
        <source>Search the incidents</source>
        <translation>사건 찾기</translation>
    </message>
    <message>
        <source>None of them is called so.</source>
        <translation>그런 이름의 사건이 없습니다.</translation>
    </message>
    <message>
        <source>The latest first</source>
        <translation>최근 것부터</translation>
    </message>
    <message>
        <source>What each source said</source>
        <translation>각 출처가 말한 내용</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>기록을 읽는 중…</translation>
    </message>
    <message>
        <source>None recorded since %1.</source>
        <translation>%1부터 기록된 것 없음.</translation>
    </message>
    <message>
        <source>None recorded.</source>
        <translation>기록된 것 없음.</translation>
    </message>
    <message>
        <source>None of them is of that kind.</source>
        <translation>그런 종류의 사건이 없습니다.</translation>
    </message>
    <message>
        <source>What was recorded earlier is listed again once it is repaired.</source>
        <translation>이전에 기록된 것은 복구된 뒤 다시 나옵니다.</translation>
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
        <translation>시작, 한국시간</translation>
    </message>
    <message>
        <source>To, Korea time</source>
        <translation>끝, 한국시간</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>뺄 대상</translation>
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
        <translation>이 구간에는 없음: 그사이 자체 회선이 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1 · not possible, our own line changed between</source>
        <translation>%1 · 합칠 수 없음, 그사이 자체 회선이 바뀜</translation>
    </message>
    <message>
        <source>The observations stay as they are, and that it was said stays on record.</source>
        <translation>관측은 그대로이며, 정했던 사실도 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Why; dated, and kept with the record and its evidence packs</source>
        <translation>이유. 날짜와 함께 기록과 증거 묶음에 남습니다</translation>
    </message>
    <message>
        <source>The window has to begin before it ends.</source>
        <translation>범위의 시작은 끝보다 앞서야 합니다.</translation>
    </message>
    <message>
        <source>The reason is too long: %1 of %2 bytes.</source>
        <translation>이유가 너무 깁니다: %1바이트(최대 %2바이트).</translation>
    </message>
</context>
<context>
    <name>kpwatch::KeysDialog</name>
    <message>
        <source>Keys and gestures</source>
        <translation>단축키와 동작</translation>
    </message>
    <message>
        <source>IN THE TIMELINE</source>
        <translation>타임라인에서</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Move through time; Shift with the wheel as well</source>
        <translation>시간 이동. Shift+휠도 같음</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch, + −</source>
        <translation>Ctrl+휠, 두 손가락, + −</translation>
    </message>
    <message>
        <source>Closer or further, around what is pointed at</source>
        <translation>가리킨 곳을 중심으로 확대·축소</translation>
    </message>
    <message>
        <source>Drag on the axis, Alt+drag</source>
        <translation>축에서 끌기, Alt+끌기</translation>
    </message>
    <message>
        <source>Show just that span</source>
        <translation>그 구간만 보기</translation>
    </message>
    <message>
        <source>Shift+← →, then Enter</source>
        <translation>Shift+← → 다음 Enter</translation>
    </message>
    <message>
        <source>Mark a span from the cursor on, and show it; Esc gives it up</source>
        <translation>커서부터 구간을 표시해 보기. Esc로 취소</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation>이전 범위로</translation>
    </message>
    <message>
        <source>← →, Page Up, Page Down</source>
        <translation>← →, Page Up, Page Down</translation>
    </message>
    <message>
        <source>A tenth of the range, or all of it, earlier or later</source>
        <translation>범위의 10분의 1 또는 전체만큼 앞뒤로</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>The oldest observation; now</source>
        <translation>가장 오래된 관측, 지금</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Lane above or below</source>
        <translation>위 또는 아래 줄</translation>
    </message>
    <message>
        <source>Ctrl+← →</source>
        <translation>Ctrl+← →</translation>
    </message>
    <message>
        <source>Previous or next change</source>
        <translation>이전 또는 다음 변화</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Open the targets of a lane</source>
        <translation>줄의 대상 펼치기</translation>
    </message>
    <message>
        <source>Enter, double click</source>
        <translation>Enter, 두 번 누르기</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Everything about a lane; on an outage, its incident</source>
        <translation>줄의 모든 정보. 응답이 없던 곳이면 그 사건</translation>
    </message>
    <message>
        <source>IN THE REVIEW OF AN INCIDENT</source>
        <translation>사건 검토에서</translation>
    </message>
    <message>
        <source>Alt+↑ ↓</source>
        <translation>Alt+↑ ↓</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>The one above or below in the list</source>
        <translation>목록에서 위나 아래의 것</translation>
    </message>
</context>
<context>
    <name>kpwatch::LadderView</name>
    <message>
        <source>What stopped answering first</source>
        <translation>응답이 끊긴 순서</translation>
    </message>
    <message>
        <source>What answered again first</source>
        <translation>응답이 재개된 순서</translation>
    </message>
</context>
<context>
    <name>kpwatch::LegendStrip</name>
    <message>
        <source>Legend: %1</source>
        <translation>범례: %1</translation>
    </message>
</context>
<context>
    <name>kpwatch::LivePage</name>
    <message>
        <source>Site</source>
        <translation>사이트</translation>
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
        <translation>모든 양상</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>양상</translation>
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
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최근 순</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>오래된 순</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>긴 순</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>짧은 순</translation>
    </message>
    <message>
        <source>Most targets first</source>
        <translation>대상 많은 순</translation>
    </message>
</context>
<context>
    <name>kpwatch::MainWindow</name>
    <message>
        <source>%1, a copy of a record – %2</source>
        <translation>%1, 기록 사본 – %2</translation>
    </message>
    <message>
        <source>The copy is put whole into the folder that you choose, and KPWatch goes on there. The file that is shown stays as it is.</source>
        <translation>고른 폴더에 사본을 통째로 넣고 KPWatch가 거기서 이어 갑니다. 지금 보는 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Go on with this copy</source>
        <translation>이 사본으로 이어 쓰기</translation>
    </message>
    <message>
        <source>KPWatch – SIMULATED</source>
        <translation>KPWatch – 모의</translation>
    </message>
    <message>
        <source>KPWatch</source>
        <translation>KPWatch</translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation>관측 시작</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>잠시 멈춤</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 점검</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Keep this computer awake while watching</source>
        <translation>관측 중 절전 막기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Same chart, to now…</source>
        <translation>같은 차트, 지금까지…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>글로 복사</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Oldest observation</source>
        <translation>가장 오래된 관측</translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation>Ctrl+Home</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation>Ctrl+End</translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation>이전 범위로</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>이전 변화</translation>
    </message>
    <message>
        <source>Ctrl+Left</source>
        <translation>Ctrl+Left</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>다음 변화</translation>
    </message>
    <message>
        <source>Ctrl+Right</source>
        <translation>Ctrl+Right</translation>
    </message>
    <message>
        <source>Targets of the selected lane</source>
        <translation>선택한 줄의 대상</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Everything about the selected lane…</source>
        <translation>선택한 줄의 모든 정보…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>날짜로 이동…</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation>기술 정보</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Side pane</source>
        <translation>옆 창</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>이전 영역</translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation>Shift+F6</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>단축키와 동작</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>테마(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>시스템(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>글자 크기(&amp;X)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Way out…</source>
        <translation>접속 방식…</translation>
    </message>
    <message>
        <source> – observing only</source>
        <translation> – 공개 자료만</translation>
    </message>
    <message>
        <source> – through a proxy</source>
        <translation> – 프록시 경유</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation>Ctrl+F1</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Folder for the record</source>
        <translation>기록을 둘 폴더</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>기록되지 않음</translation>
    </message>
    <message>
        <source>Events beside the timeline…</source>
        <translation>같은 때 있었던 일…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>The record…</source>
        <translation>기록…</translation>
    </message>
    <message>
        <source>KPWatch goes on in the folder that you choose, with a copy of the record so far and with what could not be saved. The old record stays where it is. If there is a record of KPWatch in that folder, it goes on with that one.</source>
        <translation>고른 폴더에서 지금까지의 기록 사본과 저장하지 못한 결과로 이어 갑니다. 옛 기록은 그 자리에 남습니다. 폴더에 KPWatch 기록이 이미 있으면 그 기록에 이어 씁니다.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>그곳에는 둘 수 없음</translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation>증거 묶음…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>What went out…</source>
        <translation>내보낸 것…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>증거 묶음</translation>
    </message>
    <message>
        <source>A pack is of an incident, and none is known yet.</source>
        <translation>증거 묶음은 사건을 담습니다. 아직 사건이 없습니다.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Tell me on this desktop</source>
        <translation>데스크톱에 알리기</translation>
    </message>
    <message>
        <source>This desktop shows no notifications: nobody answers at org.freedesktop.Notifications. The window&apos;s title tells what goes on.</source>
        <translation>이 데스크톱에는 알림이 나타나지 않습니다. org.freedesktop.Notifications에 응답이 없습니다. 상황은 창 제목에 나타납니다.</translation>
    </message>
    <message>
        <source>Show one to try</source>
        <translation>시험 알림 보기</translation>
    </message>
    <message>
        <source>Ask elsewhere</source>
        <translation>다른 지점에 묻기</translation>
    </message>
    <message>
        <source>Public sources…</source>
        <translation>공개 자료…</translation>
    </message>
    <message>
        <source>Public sources</source>
        <translation>공개 자료</translation>
    </message>
    <message>
        <source>Routes of a past day…</source>
        <translation>지난 날의 경로…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Not watching</source>
        <translation>관측 안 함</translation>
    </message>
    <message>
        <source>Public sources are asked while KPWatch watches, or only looks on. Start it, and ask again.</source>
        <translation>공개 자료는 관측 중이거나 공개 자료만 볼 때 묻습니다. 시작한 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Ask RIPE NCC?</source>
        <translation>RIPE NCC에 물을까요?</translation>
    </message>
    <message>
        <source>RIPEstat and RIS Live learn this computer&apos;s address, or that of your proxy, and that KPWatch asks about North Korea&apos;s network: at most 400 questions a day and one open stream, while you watch. Nothing has been asked yet.</source>
        <translation>RIPEstat과 RIS Live는 이 컴퓨터나 프록시의 주소, 그리고 KPWatch가 북한 망에 대해 묻는다는 사실을 알게 됩니다. 관측하는 동안 하루 최대 400번 묻고 연결 하나를 열어 둡니다. 아직 아무것도 묻지 않았습니다.</translation>
    </message>
    <message>
        <source>Switch on and ask</source>
        <translation>켜고 묻기</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>묻지 않음</translation>
    </message>
    <message>
        <source>Routes of a past day</source>
        <translation>지난 날의 경로</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>열지 못함</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Everything about this site…</source>
        <translation>이 사이트 자세히…</translation>
    </message>
    <message>
        <source>Copy what is said of it</source>
        <translation>이 사이트의 설명 복사</translation>
    </message>
    <message>
        <source>Everything about this lane…</source>
        <translation>이 줄 자세히…</translation>
    </message>
    <message>
        <source>Its targets</source>
        <translation>이 줄의 대상</translation>
    </message>
    <message>
        <source>The last 24 hours in words</source>
        <translation>최근 24시간 요약</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>About KPWatch</source>
        <translation>KPWatch 정보</translation>
    </message>
    <message>
        <source>Notifications and quiet hours…</source>
        <translation>알림과 방해 금지 시간…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Icon in the panel</source>
        <translation>패널 아이콘</translation>
    </message>
    <message>
        <source>This desktop shows no icons of programs in its panel; GNOME does with an extension. The window&apos;s title tells what goes on.</source>
        <translation>이 데스크톱은 패널에 프로그램 아이콘을 표시하지 않습니다. 그놈에서는 확장을 설치하면 표시됩니다. 상황은 창 제목에 나타납니다.</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the panel</source>
        <translation>창을 닫아도 패널에 남기기</translation>
    </message>
    <message>
        <source>Colour of the icon</source>
        <translation>아이콘 색</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱에 맞춤</translation>
    </message>
    <message>
        <source>Dark, for a light panel</source>
        <translation>어둡게(밝은 패널용)</translation>
    </message>
    <message>
        <source>Light, for a dark panel</source>
        <translation>밝게(어두운 패널용)</translation>
    </message>
    <message>
        <source>Not watching, paused by you</source>
        <translation>관측 안 함, 사용자가 멈춤</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Targets and controls…</source>
        <translation>대상과 시험 서버…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>How big it is, for how long single checks are kept, and erasing it.</source>
        <translation>크기, 개별 점검 보관 기간, 지우기.</translation>
    </message>
    <message>
        <source>Who is told by which channel, and in which quiet hours.</source>
        <translation>어떤 경로로 누구에게 알리고 언제 방해하지 않을지.</translation>
    </message>
    <message>
        <source>Who else is asked what they see of North Korea&apos;s network. All are off at first.</source>
        <translation>북한 망이 어떻게 보이는지 또 누구에게 묻는지. 처음에는 모두 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>관측 목록</translation>
    </message>
    <message>
        <source>Who is asked, and how.</source>
        <translation>누구에게 어떻게 묻는지.</translation>
    </message>
    <message>
        <source>Where do you watch from?</source>
        <translation>어디서 관측하고 있습니까?</translation>
    </message>
    <message>
        <source>In your own words. It is shown in this window and is in no export.</source>
        <translation>자신의 말로 적습니다. 이 창에만 보이며 내보내는 것에는 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>저장되지 않음</translation>
    </message>
    <message>
        <source>Open a chart, a colleague&apos;s checks or a watchlist</source>
        <translation>차트, 동료의 점검, 관측 목록 열기</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>대비(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;As the desktop</source>
        <translation>데스크톱에 맞춤(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation>높게(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Usual</source>
        <translation>보통(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>움직임(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>없음(&amp;N)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>Open or import…</source>
        <translation>열기·가져오기…</translation>
    </message>
    <message>
        <source>Charts, packs, observation files, watchlists and copies of a record (*.png *.zip *.jsonl *.json *.db)</source>
        <translation>차트, 묶음, 관측 파일, 관측 목록, 기록의 사본 (*.png *.zip *.jsonl *.json *.db)</translation>
    </message>
    <message>
        <source>Another place for the record</source>
        <translation>기록을 둘 다른 곳</translation>
    </message>
</context>
<context>
    <name>kpwatch::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>이 쪽에서 찾기</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>kpwatch::MorningCard</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>최근 24시간</translation>
    </message>
    <message>
        <source>Copies what was said of the last 24 hours</source>
        <translation>최근 24시간 요약을 복사합니다</translation>
    </message>
    <message>
        <source>Puts the note of the last 24 hours away until tomorrow</source>
        <translation>최근 24시간 요약을 내일까지 숨깁니다</translation>
    </message>
</context>
<context>
    <name>kpwatch::NotesList</name>
    <message>
        <source>Your notes and links, in no backup and no export</source>
        <translation>메모와 링크. 백업과 내보내기에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>New note or link</source>
        <translation>새 메모나 링크</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Keep the new note</source>
        <translation>새 메모 저장</translation>
    </message>
    <message>
        <source>A note, or a link that begins with https://</source>
        <translation>메모, 또는 https://로 시작하는 링크</translation>
    </message>
    <message>
        <source>None are kept with a simulation</source>
        <translation>모의에서는 저장하지 않습니다</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>완전히 지우기</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>메모 고치기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>kpwatch::OverviewStrip</name>
    <message>
        <source>Part of the record in view: %1 to %2</source>
        <translation>보이는 기록 범위: %1 ~ %2</translation>
    </message>
    <message>
        <source>Whole record</source>
        <translation>전체 기록</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
</context>
<context>
    <name>kpwatch::OwnLineButton</name>
    <message>
        <source>Your connection: kept in by a firewall here</source>
        <translation>내 회선: 이 컴퓨터의 방화벽이 막음</translation>
    </message>
    <message>
        <source>Your connection: not tested</source>
        <translation>내 회선: 시험 안 함</translation>
    </message>
    <message>
        <source>Your connection: somebody between answers</source>
        <translation>내 회선: 중간에서 누군가 대신 응답</translation>
    </message>
    <message>
        <source>Your connection: working, the way there is not</source>
        <translation>내 회선: 정상, 중간 구간 이상</translation>
    </message>
    <message>
        <source>Your connection: working</source>
        <translation>내 회선: 정상</translation>
    </message>
    <message>
        <source>Your connection: not working</source>
        <translation>내 회선: 장애</translation>
    </message>
    <message>
        <source>Your connection: can&apos;t tell</source>
        <translation>내 회선: 판단 불가</translation>
    </message>
    <message>
        <source>Your connection: not watched</source>
        <translation>내 회선: 관측 안 함</translation>
    </message>
    <message>
        <source>%1 of %2 computers elsewhere answer</source>
        <translation>외부 컴퓨터 %2대 중 %1대 응답</translation>
    </message>
    <message>
        <source>A failed check counts only if these answered before and after it.</source>
        <translation>점검 실패는 그 앞뒤로 이들이 응답했을 때만 인정합니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::PackOffer</name>
    <message>
        <source>Take it in</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>How far the reading is</source>
        <translation>읽는 작업의 진행 정도</translation>
    </message>
    <message>
        <source>It is not what was packed: %1 Nothing was taken in.</source>
        <translation>묶을 때와 내용이 다릅니다: %1 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>It is what was packed: %n observation(s) of %1. Incident %2 was made again from them and comes out the same, byte by byte.</source>
        <translation>
            <numerusform>묶을 때 그대로입니다: %1의 관측 %n건. 이것으로 다시 만든 사건 %2의 내용이 한 바이트도 다르지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Take it in, as lanes beside your own?</source>
        <translation>내 기록 옆 줄로 가져올까요?</translation>
    </message>
    <message>
        <source>Checks of somebody else</source>
        <translation>다른 사람의 관측 자료</translation>
    </message>
    <message>
        <source>Checks of your own</source>
        <translation>내 관측 자료</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n observation(s) of %1, without hashes or seals that could show that nothing was changed.</source>
        <translation>
            <numerusform>%1의 관측 %n건이 들어 있습니다. 바뀌지 않았음을 보일 해시나 봉인은 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1, and making again what follows from it…</source>
        <translation>%1 읽는 중, 그로부터 나오는 내용을 다시 만드는 중…</translation>
    </message>
    <message>
        <source>Nothing in it was new: it stands beside your own lanes already.</source>
        <translation>새로운 것이 없습니다. 이미 내 줄 옆에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that had been written before its clock was set back over them are left out.</source>
        <translation>
            <numerusform>그쪽 시계가 되돌려지기 전에 그 시각으로 기록된 점검 %n건은 제외됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken in, %n new check(s): its lanes stand beside yours, with a strip that says where both agree.</source>
        <translation>
            <numerusform>새 점검 %n건을 가져왔습니다. 내 줄 옆에 나란히 놓이고, 둘이 일치하는 곳은 띠로 표시됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This program cannot confirm it, though its hashes and seals agree: %1 Nothing was taken in.</source>
        <translation>해시와 봉인은 맞지만 이 프로그램으로는 확인할 수 없습니다: %1 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Taking it in, as lanes beside your own… What is seen meanwhile is saved after it.</source>
        <translation>내 기록 옆 줄로 가져오는 중… 그동안 관측한 것은 그 뒤에 저장합니다.</translation>
    </message>
    <message>
        <source>It is your own: your record has it already.</source>
        <translation>내가 관측한 것입니다. 이미 기록에 있습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::PlainDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>kpwatch::RecordDialog</name>
    <message>
        <source>The record takes %1, its backups %2. It lies in %3.</source>
        <translation>기록 크기 %1, 백업 %2. 위치: %3.</translation>
    </message>
    <message>
        <source>Single checks are kept from %1 on.</source>
        <translation>개별 점검 보관 시작: %1.</translation>
    </message>
    <message>
        <source>The latest backup is of %1.</source>
        <translation>최근 백업: %1.</translation>
    </message>
    <message>
        <source>Keep all single checks for ever</source>
        <translation>개별 점검을 모두 영구 보관</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Single checks</source>
        <translation>개별 점검</translation>
    </message>
    <message>
        <source>What was judged, summaries and all checks around an outage are kept for ever. Other checks are removed day by day once they are older than this; their seals stay.</source>
        <translation>판정, 요약, 무응답 전후의 모든 점검은 영구 보관합니다. 나머지 점검은 이 기간이 지나면 하루 단위로 지우고 봉인은 남깁니다.</translation>
    </message>
    <message>
        <source> months</source>
        <translation>개월</translation>
    </message>
    <message>
        <source>Months for which single checks are kept</source>
        <translation>개별 점검 보관 개월 수</translation>
    </message>
    <message>
        <source>Export the observations first…</source>
        <translation>먼저 관측 내보내기…</translation>
    </message>
    <message>
        <source>Type “%1” to be able to</source>
        <translation>지우려면 다음 말을 입력하세요: “%1”</translation>
    </message>
    <message>
        <source>Export the observations</source>
        <translation>관측 내보내기</translation>
    </message>
    <message>
        <source>Observations (*.jsonl *.csv)</source>
        <translation>관측 (*.jsonl *.csv)</translation>
    </message>
    <message>
        <source>The observations are in %1.</source>
        <translation>관측을 저장한 곳: %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation>멈췄습니다. 저장된 것은 없습니다.</translation>
    </message>
    <message>
        <source>The record, its backups, notes and the list of exports, what this window remembers, and its secrets in the keychain. It cannot be taken back. Charts, files and copies of the record elsewhere stay, and so does what this computer&apos;s own backups still hold.</source>
        <translation>기록, 백업, 메모, 내보낸 목록, 이 창의 설정, 키체인에 둔 비밀을 지웁니다. 되돌릴 수 없습니다. 다른 곳에 있는 차트, 파일, 기록의 사본과 이 컴퓨터 자체 백업에 있는 것은 남습니다.</translation>
    </message>
    <message>
        <source>How far the file is</source>
        <translation>파일 쓰기 진행률</translation>
    </message>
    <message>
        <source>Save a copy of the record…</source>
        <translation>기록의 사본 저장…</translation>
    </message>
    <message>
        <source>Save a copy of the record</source>
        <translation>기록의 사본 저장</translation>
    </message>
    <message>
        <source>Copies of a record (*.db)</source>
        <translation>기록의 사본 (*.db)</translation>
    </message>
    <message>
        <source>A checked copy of the record is in %1. KPWatch opens it like a document (Ctrl+O), to look at it or to go on with it.</source>
        <translation>검증한 기록의 사본을 %1에 저장했습니다. 문서처럼 KPWatch로 열어(Ctrl+O) 보거나 이어 갈 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The record, its backups and what you wrote beside it are erased (%n files, %1), and so is what this window remembered.</source>
        <translation>
            <numerusform>기록과 그 백업, 곁에 적어 둔 것을 지웠고(파일 %n개, %1), 이 창이 기억하던 것도 지웠습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not ours, and left: %1.</source>
        <translation>KPWatch의 것이 아니라서 남겨 둔 것: %1.</translation>
    </message>
    <message>
        <source>Secrets in the keychain are erased too.</source>
        <translation>키체인에 있던 비밀도 지웠습니다.</translation>
    </message>
    <message>
        <source>No keychain answered: if you gave this program a token or a password, it may still lie there. Erase once more when it is open.</source>
        <translation>키체인이 응답하지 않았습니다. 이 프로그램에 토큰이나 비밀번호를 준 적이 있다면 아직 거기에 남아 있을 수 있습니다. 키체인이 열려 있을 때 한 번 더 지우세요.</translation>
    </message>
    <message>
        <source>KPWatch ends now. When it starts again, it begins from nothing.</source>
        <translation>이제 KPWatch를 끝냅니다. 다시 시작하면 처음부터 새로 기록합니다.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>모두 지웠습니다</translation>
    </message>
    <message>
        <source>erase everything</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Nothing is erased yet: a file is being written. Wait for it, or stop it.</source>
        <translation>아직 아무것도 지우지 않았습니다. 파일을 쓰는 중이니 기다리거나 멈추세요.</translation>
    </message>
    <message>
        <source>Nothing is erased: type “%1” first.</source>
        <translation>아무것도 지우지 않았습니다. 먼저 다음 말을 입력하세요: “%1”.</translation>
    </message>
    <message>
        <source>Nothing is erased yet. Press “%1”, or clear what you typed there to save the rest.</source>
        <translation>아직 아무것도 지우지 않았습니다. “%1” 단추를 누르세요. 나머지만 저장하려면 입력한 말을 지우세요.</translation>
    </message>
</context>
<context>
    <name>kpwatch::ResponseChart</name>
    <message>
        <source>No answer in this span</source>
        <translation>이 구간에 응답 없음</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message numerus="yes">
        <source>Between %1 and %2 milliseconds, in %n unbroken runs</source>
        <translation>
            <numerusform>%1~%2밀리초, 이어진 구간 %n개</numerusform>
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
        <translation>사용자의 판단</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
</context>
<context>
    <name>kpwatch::SettingRows</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>%2, default: %1</source>
        <translation>%2, 기본값: %1</translation>
    </message>
    <message>
        <source>%1. In the file: %2</source>
        <translation>%1. 파일 속 이름: %2</translation>
    </message>
    <message>
        <source>%1, default %2</source>
        <translation>%1, 기본값 %2</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>되돌리기: %1</translation>
    </message>
</context>
<context>
    <name>kpwatch::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>설정 묶음</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>How often whom is asked, and how long an answer is waited for. What the watchlist says of a target wins over this. The limits can be lowered, not raised.</source>
        <translation>누구에게 얼마나 자주 묻고 응답을 얼마나 기다리는지 정합니다. 관측 목록에 대상별로 적힌 값이 우선합니다. 한도는 낮출 수만 있습니다.</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>When a silence counts. From now on: the past stays judged as it was, and the record keeps from when on which numbers held.</source>
        <translation>무응답을 언제 인정할지 정합니다. 지금부터 적용됩니다. 지난 판단은 그대로이며, 어떤 값이 언제부터 쓰였는지 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>What makes one incident, and when it is told.</source>
        <translation>무엇이 한 사건이 되고 언제 알리는지 정합니다.</translation>
    </message>
    <message>
        <source>The numbers are kept in %1, which may be edited too.</source>
        <translation>값은 %1 파일에 저장되며, 직접 고쳐도 됩니다.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱에 맞춤</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Clocks show Korea time first, UTC beneath it, and the time of this computer third.</source>
        <translation>시계는 한국시간을 먼저, 그 아래 UTC, 셋째로 이 컴퓨터의 시간을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Seen from</source>
        <translation>관측 장소</translation>
    </message>
    <message>
        <source>Where you watch from, in your own words: “our office in Seoul”. It is shown in this window, and asked again when your network changes. It is in no export.</source>
        <translation>어디서 관측하는지 자신의 말로 적습니다(예: 서울 사무실). 이 창에만 보이고, 망이 바뀌면 다시 묻습니다. 내보내는 것에는 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>one computer</source>
        <translation>컴퓨터 한 대</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>보도</translation>
    </message>
    <message>
        <source>What new charts and texts begin with.</source>
        <translation>새 차트와 글의 기본값입니다.</translation>
    </message>
    <message>
        <source>Newsroom</source>
        <translation>언론사</translation>
    </message>
    <message>
        <source>For the credit line: “checks by …”. Empty: nobody is named.</source>
        <translation>출처 줄에 씁니다: “…의 점검”. 비우면 아무 이름도 적지 않습니다.</translation>
    </message>
    <message>
        <source>Checked from</source>
        <translation>점검 장소</translation>
    </message>
    <message>
        <source>In charts and texts that leave. It can give away where you are. Empty: one computer.</source>
        <translation>내보내는 차트와 글에 들어갑니다. 있는 곳이 드러날 수 있습니다. 비우면 ‘컴퓨터 한 대’.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>A picture file for the corner of charts. Empty: none.</source>
        <translation>차트 귀퉁이에 넣을 그림 파일. 비우면 없음.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>그림 고르기…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.svg)</source>
        <translation>그림 (*.png *.jpg *.svg)</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>높게</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>kpwatch::SimulatedBadge</name>
    <message>
        <source>SIMULATED</source>
        <translation>모의</translation>
    </message>
    <message>
        <source>Simulated: nothing shown here is the real network</source>
        <translation>모의: 실제 망의 모습이 아닙니다</translation>
    </message>
</context>
<context>
    <name>kpwatch::SitePane</name>
    <message>
        <source>RESPONSE TIME, ms · KST</source>
        <translation>응답 시간, 밀리초 · KST</translation>
    </message>
    <message>
        <source>Target whose response time is shown</source>
        <translation>응답 시간을 보일 대상</translation>
    </message>
    <message>
        <source>%1 in the last minute; at most %2 to a block of 256 addresses (%3 after a failure) and %4 to North Korea&apos;s four blocks together. %5 results recorded since the start.</source>
        <translation>최근 1분 동안 %1. 주소 256개 블록마다 최대 %2회(실패 뒤 %3회), 북한 네 블록을 합쳐 최대 %4회. 시작 뒤 기록한 결과 %5건.</translation>
    </message>
    <message>
        <source>1 check</source>
        <translation>점검 1회</translation>
    </message>
    <message>
        <source>%1 checks</source>
        <translation>점검 %1회</translation>
    </message>
</context>
<context>
    <name>kpwatch::SiteTile</name>
    <message>
        <source>No answer seen yet</source>
        <translation>아직 확인된 응답 없음</translation>
    </message>
    <message>
        <source>Front page not seen yet</source>
        <translation>첫 화면을 아직 보지 못함</translation>
    </message>
</context>
<context>
    <name>kpwatch::SourcesDialog</name>
    <message>
        <source>Public sources</source>
        <translation>공개 자료</translation>
    </message>
    <message>
        <source>Others measure North Korea&apos;s network too. Each is asked only if it is switched on here, and only while you watch or observe. Their answers go into the record as received.</source>
        <translation>다른 기관들도 북한 망을 측정합니다. 여기서 켠 곳에만, 관측하거나 공개 자료를 보는 동안에만 묻습니다. 답은 받은 그대로 기록합니다.</translation>
    </message>
    <message>
        <source>Another program watches: it takes up what is chosen here when it starts next.</source>
        <translation>다른 프로그램이 관측 중입니다. 여기서 고른 것은 그 프로그램이 다음에 시작할 때 적용됩니다.</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1에 묻기</translation>
    </message>
    <message>
        <source>Numbers of public measurements, such as 1823330, 1823331</source>
        <translation>공개 측정 번호, 예: 1823330, 1823331</translation>
    </message>
    <message>
        <source>It is kept in this desktop&apos;s keychain.</source>
        <translation>이 데스크톱의 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>No keychain was found on this desktop: it is forgotten when KPWatch ends.</source>
        <translation>키체인이 없어 KPWatch를 끝내면 잊습니다.</translation>
    </message>
    <message>
        <source>Token (Account, Radar, Read)</source>
        <translation>토큰 (Account, Radar, Read)</translation>
    </message>
    <message>
        <source>Token, if you have one; it works without</source>
        <translation>토큰(선택). 없어도 됩니다</translation>
    </message>
    <message>
        <source>Base address, for mirrors</source>
        <translation>기본 주소(미러용)</translation>
    </message>
    <message>
        <source>Not being asked.</source>
        <translation>묻지 않는 중.</translation>
    </message>
    <message>
        <source>A base address begins with https://, or with http:// for a mirror beside us.</source>
        <translation>기본 주소는 https://로, 가까운 미러는 http://로 시작합니다.</translation>
    </message>
    <message>
        <source>Measurements are named by their numbers, %1 of them at most.</source>
        <translation>측정은 번호로 적습니다. 최대 %1개입니다.</translation>
    </message>
    <message>
        <source>Base addresses of RIPEstat and RIS Live, for mirrors</source>
        <translation>RIPEstat와 RIS Live의 기본 주소(미러용)</translation>
    </message>
</context>
<context>
    <name>kpwatch::SpanTableModel</name>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>From (Korea time)</source>
        <translation>시작 (한국시간)</translation>
    </message>
    <message>
        <source>To (Korea time)</source>
        <translation>끝 (한국시간)</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>시작 (UTC)</translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation>끝 (UTC)</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>지속 시간</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, %2 기록과 비교</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, %2에서 관측</translation>
    </message>
</context>
<context>
    <name>kpwatch::TargetPanel</name>
    <message>
        <source>What is asked</source>
        <translation>점검 내용</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation>알려진 것</translation>
    </message>
    <message>
        <source>%1 – how it is checked</source>
        <translation>%1 – 점검 방법</translation>
    </message>
</context>
<context>
    <name>kpwatch::Telling</name>
    <message>
        <source>This is how KPWatch tells you</source>
        <translation>KPWatch 알림은 이렇게 나타납니다</translation>
    </message>
    <message>
        <source>Nothing has happened: you asked for a message to try.</source>
        <translation>아무 일도 없었습니다. 시험 알림을 요청하셨습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::TellingDialog</name>
    <message>
        <source>Notifications and quiet hours</source>
        <translation>알림과 방해 금지 시간</translation>
    </message>
    <message>
        <source>Another program watches: it is that one which tells the channels, and it takes up what is chosen here when it starts next.</source>
        <translation>다른 프로그램이 관측하고 있습니다. 알림은 그 프로그램이 보내며, 여기서 고른 것은 그 프로그램이 다음에 시작할 때 적용됩니다.</translation>
    </message>
    <message>
        <source>This desktop</source>
        <translation>이 데스크톱</translation>
    </message>
    <message>
        <source>Tell me by &amp;notifications of this desktop</source>
        <translation>이 데스크톱의 알림으로 알리기(&amp;N)</translation>
    </message>
    <message>
        <source>Show one to try</source>
        <translation>시험 알림 보기</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>&amp;Keep quiet hours</source>
        <translation>방해 금지 시간 지키기(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>시작(&amp;F)</translation>
    </message>
    <message>
        <source>From, by this computer&apos;s clock</source>
        <translation>시작, 이 컴퓨터 시계 기준</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>끝(&amp;T)</translation>
    </message>
    <message>
        <source>To, by this computer&apos;s clock</source>
        <translation>끝, 이 컴퓨터 시계 기준</translation>
    </message>
    <message>
        <source> min</source>
        <translation>분</translation>
    </message>
    <message>
        <source>Minutes between two messages by one channel</source>
        <translation>같은 통로로 보내는 두 알림 사이의 분</translation>
    </message>
    <message>
        <source>&amp;Between two messages</source>
        <translation>두 알림 사이(&amp;B)</translation>
    </message>
    <message>
        <source>By one channel. What happens meanwhile becomes one message that tells how things are then; only what cannot wait does not wait.</source>
        <translation>같은 통로 기준입니다. 그사이 일어난 일은 보낼 때의 상황을 담은 알림 하나로 묶습니다. 미룰 수 없는 것만 바로 보냅니다.</translation>
    </message>
    <message>
        <source>Kept in this desktop&apos;s keychain, and nowhere else.</source>
        <translation>이 데스크톱의 키체인에만 보관합니다.</translation>
    </message>
    <message>
        <source>No keychain was found on this desktop: it is asked for at each start.</source>
        <translation>이 데스크톱에서 키체인을 찾지 못했습니다. 시작할 때마다 입력해야 합니다.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보내는 사람</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>메일 서버</translation>
    </message>
    <message>
        <source>How the connection is encrypted</source>
        <translation>연결 암호화 방식</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>처음부터 TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None; only to this computer</source>
        <translation>없음(이 컴퓨터로만)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>메일 서버의 포트</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>Empty if the server wants none</source>
        <translation>서버가 요구하지 않으면 비워 둡니다</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>This server wants a token</source>
        <translation>이 서버는 토큰을 요구함</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Tell by %1</source>
        <translation>알림 통로: %1</translation>
    </message>
    <message>
        <source>One site and more</source>
        <translation>한 곳부터</translation>
    </message>
    <message>
        <source>Several sites and more</source>
        <translation>여러 곳부터</translation>
    </message>
    <message>
        <source>Only that none answers, or routes are gone</source>
        <translation>모두 응답이 없거나 경로가 사라졌을 때만</translation>
    </message>
    <message>
        <source>What is told by %1</source>
        <translation>알릴 내용: %1</translation>
    </message>
    <message>
        <source>Tell of</source>
        <translation>알릴 내용</translation>
    </message>
    <message>
        <source>Send a test by %1</source>
        <translation>시험 알림 보내기: %1</translation>
    </message>
    <message>
        <source>One for each incident, changed in place, without a sound; of one site alone with low urgency. Nothing leaves this computer.</source>
        <translation>사건마다 하나씩, 소리 없이 표시하고 제자리에서 바꿉니다. 사이트 한 곳만의 일은 낮은 중요도로 나타납니다. 이 컴퓨터 밖으로 나가는 것은 없습니다.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock. That none of the sites answers, or that the routes are gone, is told at any hour. Meanwhile all else is shown here with low urgency.</source>
        <translation>이 컴퓨터 시계 기준입니다. 모든 사이트가 응답하지 않거나 경로가 사라지면 언제든 알립니다. 다른 일은 그동안 이 데스크톱에 낮은 중요도로 나타납니다.</translation>
    </message>
    <message>
        <source>The channels tell it when the quiet hours are over, if it still goes on.</source>
        <translation>다른 통로로는 방해 금지 시간이 끝날 때 여전히 진행 중이면 알립니다.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications. The icon in its panel tells what goes on, or the window&apos;s title.</source>
        <translation>이 데스크톱에는 알림이 나타나지 않습니다. 패널 아이콘이나 창 제목으로 상황을 알 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineCard</name>
    <message>
        <source>1 h</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6시간</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1년</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation>이전 범위로</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>이전 변화</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>다음 변화</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 ~ %2, %3</translation>
    </message>
    <message>
        <source>Length of time in view</source>
        <translation>보이는 기간</translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Search: a site, a state, a day</source>
        <translation>찾기: 사이트, 상태, 날짜</translation>
    </message>
    <message>
        <source>Search the table</source>
        <translation>표에서 찾기</translation>
    </message>
    <message>
        <source>Timeline, one row for each stretch of each lane</source>
        <translation>타임라인, 줄의 구간마다 한 행</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>선택한 행 복사</translation>
    </message>
</context>
<context>
    <name>kpwatch::TimelineWidget</name>
    <message numerus="yes">
        <source>Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes</source>
        <translation>
            <numerusform>응답 타임라인, 한국시간 %1 %2 ~ %3 %4, %n줄</numerusform>
        </translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>꺼짐: %1</translation>
    </message>
    <message>
        <source>Double-click or Enter: the incident</source>
        <translation>두 번 누르거나 Enter: 사건 보기</translation>
    </message>
    <message>
        <source>asked something else from %1 %2 on</source>
        <translation>%1 %2부터 다른 것을 물음</translation>
    </message>
</context>
<context>
    <name>kpwatch::TopBar</name>
    <message>
        <source>Technical detail</source>
        <translation>기술 정보</translation>
    </message>
    <message>
        <source>Keep awake</source>
        <translation>절전 막기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Whether this computer is kept awake while watching</source>
        <translation>관측 중 절전을 막을지</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>사건</translation>
    </message>
</context>
<context>
    <name>kpwatch::TrayIcon</name>
    <message>
        <source>KPWatch</source>
        <translation>KPWatch</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Pause for 1 h</source>
        <translation>1시간 동안 멈춤</translation>
    </message>
    <message>
        <source>Export last 24 h…</source>
        <translation>최근 24시간 내보내기…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
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
        <translation>사이트</translation>
    </message>
</context>
<context>
    <name>kpwatch::WatchlistDialog</name>
    <message>
        <source>since %1: %2 targets, %3 controls</source>
        <translation>%1부터: 대상 %2개, 시험 서버 %3개</translation>
    </message>
    <message>
        <source>Earlier lists</source>
        <translation>이전 목록</translation>
    </message>
    <message>
        <source>The record has no list yet: it begins with the first watch.</source>
        <translation>기록에 아직 목록이 없습니다. 첫 관측과 함께 생깁니다.</translation>
    </message>
    <message>
        <source>The record keeps from when on which list held. The newest is the first; take one up, and it holds again once you save.</source>
        <translation>어떤 목록이 언제부터 쓰였는지 기록에 남아 있습니다. 맨 위가 가장 새것입니다. 하나를 골라 저장하면 다시 쓰입니다.</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>이 목록 쓰기</translation>
    </message>
    <message>
        <source>Targets and controls</source>
        <translation>대상과 시험 서버</translation>
    </message>
    <message>
        <source>What is watched, and by whom our own line and the way there are tested. A control votes once it has answered long enough; “unproven” means that nobody has looked yet.</source>
        <translation>무엇을 관측하고, 자체 회선과 중간 구간을 누구로 시험하는지 정합니다. 시험 서버는 충분히 오래 응답한 뒤에야 판단에 쓰입니다. “확인 전”은 아직 아무도 살펴보지 않았다는 뜻입니다.</translation>
    </message>
    <message>
        <source>&amp;Add a target…</source>
        <translation>대상 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;control…</source>
        <translation>시험 서버 추가(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>편집(&amp;E)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>복제(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>빼기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>끄기(&amp;S)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>위로(&amp;P)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>아래로(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Try it now</source>
        <translation>지금 시험(&amp;T)</translation>
    </message>
    <message>
        <source>Undo:</source>
        <translation>실행 취소:</translation>
    </message>
    <message>
        <source>Redo:</source>
        <translation>다시 실행:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Earlier &amp;lists…</source>
        <translation>이전 목록(&amp;L)…</translation>
    </message>
    <message>
        <source>add a control</source>
        <translation>시험 서버 추가</translation>
    </message>
    <message>
        <source>add a target</source>
        <translation>대상 추가</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>switch on</source>
        <translation>켜기</translation>
    </message>
    <message>
        <source>switch off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>%1 is removed once you save. What was seen of it stays in the record.</source>
        <translation>저장하면 빠집니다: %1. 지금까지 본 것은 기록에 남습니다.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>켜기(&amp;S)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장되지 않음</translation>
    </message>
    <message>
        <source>What you changed in the list is not saved.</source>
        <translation>목록에서 바꾼 내용이 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Nothing is sent before you have agreed to it: start watching first.</source>
        <translation>동의하기 전에는 아무것도 보내지 않습니다. 먼저 관측을 시작하세요.</translation>
    </message>
    <message>
        <source>It cannot be tried this way: %1.</source>
        <translation>이 길로는 시험할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>It was asked within the last minute. Nobody is asked more often than that.</source>
        <translation>1분 안에 이미 물었습니다. 누구에게도 그보다 자주 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Asking %1 once. This takes %2 s at most, and is not recorded.</source>
        <translation>한 번 묻는 중: %1. 최대 %2초 걸리며 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>The list of %1 takes the place of this one once you save.</source>
        <translation>저장하면 %1의 목록으로 바뀝니다.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1에 썼습니다.</translation>
    </message>
    <message>
        <source>Import a watchlist</source>
        <translation>관측 목록 가져오기</translation>
    </message>
    <message>
        <source>Watchlists (*.json)</source>
        <translation>관측 목록 (*.json)</translation>
    </message>
    <message>
        <source>Export the watchlist</source>
        <translation>관측 목록 내보내기</translation>
    </message>
    <message>
        <source>take up an earlier list</source>
        <translation>이전 목록 쓰기</translation>
    </message>
    <message>
        <source>The earlier list holds again once you save.</source>
        <translation>저장하면 이전 목록이 다시 쓰입니다.</translation>
    </message>
    <message>
        <source>S&amp;top trying</source>
        <translation>시험 멈추기(&amp;T)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>멈췄습니다.</translation>
    </message>
    <message>
        <source>The list of %1 is the same as this one: nothing changes.</source>
        <translation>%1 목록은 지금 목록과 같습니다. 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>The earlier list is the same as this one: nothing changes.</source>
        <translation>이전 목록은 지금 목록과 같습니다. 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>%1 would no longer be asked.</source>
        <translation>%1: 더는 묻지 않게 됩니다.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>kpwatch::WatchlistTree</name>
    <message>
        <source>Controls: %1</source>
        <translation>시험 서버: %1</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>시험 서버</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>사이트</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>네임서버</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>라우터</translation>
    </message>
    <message>
        <source>%1, asked for %2</source>
        <translation>%1, 물어볼 이름 %2</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, 포트 %2</translation>
    </message>
    <message>
        <source>%1, mail</source>
        <translation>%1, 메일</translation>
    </message>
    <message>
        <source>%1, ping</source>
        <translation>%1, 핑</translation>
    </message>
    <message>
        <source>%1, way there</source>
        <translation>%1, 가는 길</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>관측 중</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>점검 내용</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Targets and controls</source>
        <translation>대상과 시험 서버</translation>
    </message>
    <message>
        <source>unproven</source>
        <translation>확인 전</translation>
    </message>
</context>
<context>
    <name>kpwatch::WaterfallView</name>
    <message>
        <source>The latest check phase by phase</source>
        <translation>최근 점검의 단계별 시간</translation>
    </message>
</context>
<context>
    <name>kpwatch::WayChooser</name>
    <message>
        <source>Give the proxy&apos;s address, such as 127.0.0.1.</source>
        <translation>프록시 주소를 적으세요. 예: 127.0.0.1</translation>
    </message>
    <message>
        <source>Give the proxy&apos;s address, such as 127.0.0.1, and not a name: looking the name up would be a question sent past the proxy.</source>
        <translation>이름 말고 127.0.0.1 같은 프록시 주소를 적으세요. 이름을 찾으면 그 질문이 프록시 밖으로 나갑니다.</translation>
    </message>
    <message>
        <source>Give its port, from 1 to 65535: 9050 for Tor, 9150 for Tor Browser.</source>
        <translation>포트를 1~65535에서 적으세요. Tor는 9050, Tor 브라우저는 9150입니다.</translation>
    </message>
    <message>
        <source>Nobody can listen at this address: 127.0.0.1 is this computer.</source>
        <translation>이 주소에서는 연결을 받을 수 없습니다. 127.0.0.1은 이 컴퓨터입니다.</translation>
    </message>
    <message>
        <source>How the sites are asked</source>
        <translation>사이트 접속 방식</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>이 컴퓨터에서</translation>
    </message>
    <message>
        <source>Everything is asked. The servers, and networks between, can log this computer&apos;s address.</source>
        <translation>모두 점검합니다. 서버와 중간 망이 이 컴퓨터의 주소를 기록할 수 있습니다.</translation>
    </message>
    <message>
        <source>Through a proxy or Tor</source>
        <translation>프록시나 Tor를 거쳐</translation>
    </message>
    <message>
        <source>They see where it comes out instead of you. Less is asked, and nothing is called &quot;not answering&quot;, only not reachable through it.</source>
        <translation>상대에게는 사용자 대신 프록시의 출구가 보입니다. 점검이 줄고, &quot;응답 없음&quot;이라 하지 않으며 프록시로 접속 불가라고만 합니다.</translation>
    </message>
    <message>
        <source>Observe only</source>
        <translation>공개 자료만 보기</translation>
    </message>
    <message>
        <source>%1 of the proxy</source>
        <translation>프록시 %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Nothing is sent to North Korea, and nothing new is seen of the sites. Public sources tell of its routes, and whether others reach it, once you switch them on.</source>
        <translation>북한으로 아무것도 보내지 않으며 사이트를 새로 점검하지 않습니다. 공개 자료를 켜면 북한으로 가는 경로와 다른 곳에서 접속되는지를 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>kpwatch::WayDialog</name>
    <message>
        <source>Now: not watching</source>
        <translation>지금: 관측 안 함</translation>
    </message>
    <message>
        <source>Now: observing only, nothing is sent</source>
        <translation>지금: 공개 자료만, 보내는 것 없음</translation>
    </message>
    <message>
        <source>Now: watching %1</source>
        <translation>지금: %1 관측 중</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>접속 방식</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>kpwatch::WayGate</name>
    <message>
        <source>Ways out, and what each sends</source>
        <translation>접속 방식과 각각 보내는 것</translation>
    </message>
    <message>
        <source>Observe only</source>
        <translation>공개 자료만 보기</translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation>관측 시작</translation>
    </message>
</context>
<context>
    <name>kpwatch::WorkDialog</name>
    <message>
        <source>Stopping. The record stays as it was.</source>
        <translation>중지하는 중. 기록은 전과 같이 남습니다.</translation>
    </message>
    <message>
        <source>The record was written by an earlier version of KPWatch. A copy of it is kept beside it, and then it is brought up to date.</source>
        <translation>이 기록은 이전 버전의 KPWatch가 썼습니다. 그 사본을 곁에 남긴 다음, 이 버전에 맞게 바꿉니다.</translation>
    </message>
    <message>
        <source>The record of an earlier version</source>
        <translation>이전 버전의 기록</translation>
    </message>
    <message>
        <source>Stopping. The record stays where it is.</source>
        <translation>중지하는 중. 기록은 지금 위치에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>진행 정도</translation>
    </message>
    <message>
        <source>Copying the record to %1. What is seen meanwhile is saved after it.</source>
        <translation>기록을 복사하는 중: %1. 그동안 관측한 것은 복사가 끝난 뒤 저장합니다.</translation>
    </message>
    <message>
        <source>Another place for the record</source>
        <translation>기록을 둘 다른 곳</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>one outside source</source>
        <translation>외부 자료 1건</translation>
    </message>
    <message>
        <source>one outside source (%1)</source>
        <translation>외부 자료 1건(%1)</translation>
    </message>
    <message>
        <source>Their own line</source>
        <translation>그쪽 자체 회선</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>%1 holds a record already: choose another folder</source>
        <translation>%1: 이미 기록이 있는 폴더입니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>%1 is of an older KPWatch and cannot be shown. Go on with it: it is brought up to date in its new place.</source>
        <translation>%1: 더 오래된 KPWatch의 기록이라 보여 줄 수 없습니다. 이어 쓰면 새 위치에서 지금 버전에 맞춥니다.</translation>
    </message>
    <message>
        <source>It reaches until %1.</source>
        <translation>마지막 기록: %1.</translation>
    </message>
    <message>
        <source>A copy of a record</source>
        <translation>기록 사본</translation>
    </message>
    <message>
        <source>%1 is only looked at; nothing is watched from here.</source>
        <translation>%1: 보기만 하며, 여기서는 아무것도 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 reaches until %2. It is only looked at; nothing is watched from here.</source>
        <translation>%1: 마지막 기록 %2. 보기만 하며, 여기서는 아무것도 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>This window shows a copy of a record.</source>
        <translation>이 창은 기록 사본을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Hops are the computers in between, from ours on: number, address, time there and back.</source>
        <translation>홉은 이 컴퓨터부터 차례로 거치는 중간 컴퓨터입니다: 번호, 주소, 왕복 시간.</translation>
    </message>
    <message>
        <source>pings and traces are evidence and are not judged</source>
        <translation>핑과 경로 추적은 참고 자료이며 판정하지 않음</translation>
    </message>
    <message>
        <source>Road there</source>
        <translation>가는 길</translation>
    </message>
    <message>
        <source>Road .177</source>
        <translation>가는 길 .177</translation>
    </message>
    <message>
        <source>Road to router 175.45.177.1</source>
        <translation>라우터 175.45.177.1까지 가는 길</translation>
    </message>
    <message>
        <source>Road .176</source>
        <translation>가는 길 .176</translation>
    </message>
    <message>
        <source>Road to the name servers of the sites</source>
        <translation>사이트 네임서버까지 가는 길</translation>
    </message>
    <message>
        <source>%1  no answer, but it passes on what comes</source>
        <translation>%1  응답은 없으나 오는 것은 넘겨줌</translation>
    </message>
    <message>
        <source>switched off, a proxy does not carry it</source>
        <translation>프록시로는 할 수 없어 꺼 둠</translation>
    </message>
    <message>
        <source>a firewall on our side, or our provider&apos;s, keeps the checks in</source>
        <translation>이쪽이나 통신사의 방화벽이 점검을 막음</translation>
    </message>
    <message>
        <source>off, a proxy does not carry it (%1)</source>
        <translation>프록시로는 할 수 없어 꺼 둠 (%1)</translation>
    </message>
    <message>
        <source>What cannot leave says nothing about anybody. Let KPWatch through there, or ask who looks after this computer.</source>
        <translation>나가지 못한 점검으로는 누구에 대해서도 말할 수 없습니다. 방화벽에서 KPWatch를 허용하거나 이 컴퓨터의 관리자에게 문의하세요.</translation>
    </message>
    <message>
        <source>A firewall here keeps the check in</source>
        <translation>이쪽의 방화벽이 점검을 막음</translation>
    </message>
    <message>
        <source>Let KPWatch through there, or ask who looks after this computer or its network.</source>
        <translation>방화벽에서 KPWatch를 허용하거나 이 컴퓨터나 네트워크의 관리자에게 문의하세요.</translation>
    </message>
    <message>
        <source>We can&apos;t tell: a firewall on our side, or our provider&apos;s, keeps our checks in</source>
        <translation>판단 불가: 이쪽이나 통신사의 방화벽이 점검을 막음</translation>
    </message>
    <message>
        <source>our line and the way there are being tested first</source>
        <translation>자체 회선과 중간 구간부터 시험 중</translation>
    </message>
    <message>
        <source>%1 of %2 probes of measurement %3 had an answer (%4)</source>
        <translation>측정 %3 프로브 %2개 중 %1개 응답 받음 (%4)</translation>
    </message>
    <message>
        <source>%1 of %2 probes of measurement %3 had no answer (%4)</source>
        <translation>측정 %3 프로브 %2개 중 %1개 응답 못 받음 (%4)</translation>
    </message>
    <message>
        <source>%1, usually %2, at the lowest %3 (%4)</source>
        <translation>%1, 평소 %2, 최저 %3 (%4)</translation>
    </message>
    <message>
        <source>no outside voice that agrees</source>
        <translation>뒷받침하는 외부 자료 없음</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, but from other places</source>
        <translation>관측하는 모든 사이트. 이곳에서 접속 불가, 다른 지점에서는 접속됨</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, nor from most other places</source>
        <translation>관측하는 모든 사이트. 이곳과 다른 지점 대부분에서 접속 불가</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, and the places asked cannot tell</source>
        <translation>관측하는 모든 사이트. 이곳에서 접속 불가, 물어본 지점에서는 알 수 없음</translation>
    </message>
    <message>
        <source>all watched sites</source>
        <translation>관측하는 모든 사이트</translation>
    </message>
    <message>
        <source>It could not be reached from %1 of %2 other places asked through Globalping at %3.</source>
        <translation>%3에는 Globalping으로 물은 다른 지점 %2곳 중 %1곳에서도 접속되지 않았다.</translation>
    </message>
    <message>
        <source>They could not be reached from %1 of %2 other places asked through Globalping at %3.</source>
        <translation>%3에는 Globalping으로 물은 다른 지점 %2곳 중 %1곳에서도 접속되지 않았다.</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>묻지 않음</translation>
    </message>
    <message>
        <source>So are %1 on the way there: %2. With addresses that nobody has, that makes about %3 checks a day.</source>
        <translation>중간 구간에서도 %1대를 점검합니다: %2. 주인 없는 주소까지 합쳐 하루 약 %3회입니다.</translation>
    </message>
    <message>
        <source>of TransTeleCom</source>
        <translation>트란스텔레콤</translation>
    </message>
    <message>
        <source>of China Unicom</source>
        <translation>차이나유니콤</translation>
    </message>
    <message>
        <source>in Japan, Hong Kong or Korea</source>
        <translation>일본·홍콩·한국</translation>
    </message>
    <message>
        <source>no answer on this network</source>
        <translation>이 회선에서는 응답 없음</translation>
    </message>
    <message>
        <source>no answer in the last 7 days</source>
        <translation>최근 7일 동안 응답 없음</translation>
    </message>
    <message>
        <source>%1: no answer on this network.</source>
        <translation>%1: 이 회선에서는 응답 없음.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>아직 기록된 것이 없습니다</translation>
    </message>
    <message>
        <source>which controls answer just now only the program that watches knows</source>
        <translation>지금 어느 대조 지점이 응답하는지는 관측하는 프로그램만 압니다</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>기록상</translation>
    </message>
    <message>
        <source>only the program that watches knows it; this window shows what it records</source>
        <translation>관측하는 프로그램만 알고 있으며, 이 창은 그 기록만 보여 줍니다</translation>
    </message>
    <message>
        <source>Re-checks under way, and what is usual at this hour</source>
        <translation>진행 중인 재확인, 그리고 이 시간대의 평소 값</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>여기에 없는 것</translation>
    </message>
    <message>
        <source>None of its days is sealed yet: seals are made after midnight UTC.</source>
        <translation>아직 봉인된 날이 없습니다. 봉인은 UTC 자정 뒤에 이루어집니다.</translation>
    </message>
    <message>
        <source>Made again from the rows in the pack, the incident is not quite what the record shows, because those were judged with more rows before them or by other rules: both are in the pack.</source>
        <translation>묶음의 행으로 다시 만든 사건은 기록이 보여 주는 것과 조금 다릅니다. 기록에서는 앞선 행이 더 있었거나 다른 규칙으로 판정했기 때문입니다. 두 가지 모두 묶음에 들어 있습니다.</translation>
    </message>
    <message>
        <source>Some answers of public sources are in the pack by their hash alone: they name this computer, or are too much.</source>
        <translation>공개 출처의 일부 응답은 해시로만 묶음에 들어 있습니다. 이 컴퓨터가 드러나거나 분량이 너무 많기 때문입니다.</translation>
    </message>
    <message>
        <source>Not in the pack, since it was another thing in another list: %1</source>
        <translation>다른 목록에서는 다른 대상이었으므로 묶음에 넣지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The record begins less than eight days before the incident, or its older checks were removed: what was usual is known from the rest.</source>
        <translation>기록이 사건 전 8일을 다 담지 못했거나 오래된 점검이 삭제되었습니다. 평소 상태는 남은 기록에서 알아냈습니다.</translation>
    </message>
    <message>
        <source>it says “%1”</source>
        <translation>출처의 말: “%1”</translation>
    </message>
    <message>
        <source>a measurement that was begun could not be read: %1</source>
        <translation>시작한 측정을 읽을 수 없음: %1</translation>
    </message>
    <message>
        <source>it wants a token, and none was given</source>
        <translation>토큰이 필요하지만 입력되지 않음</translation>
    </message>
    <message>
        <source>it has no route to a network that is always there</source>
        <translation>늘 있는 네트워크로 가는 경로가 없음</translation>
    </message>
    <message>
        <source>the source itself saw too little at that time</source>
        <translation>그 시간에 이 출처 자체가 본 것이 너무 적음</translation>
    </message>
    <message>
        <source>it sees only %1 of %2 networks&apos; routes to a network that is always there</source>
        <translation>늘 있는 네트워크로 가는 경로를 네트워크 %2개 가운데 %1개에서만 봄</translation>
    </message>
    <message>
        <source>the source has nothing for that time</source>
        <translation>이 출처에 그 시간의 기록이 없음</translation>
    </message>
    <message>
        <source>it says that it failed</source>
        <translation>실패했다고 알림</translation>
    </message>
    <message>
        <source>it is under maintenance</source>
        <translation>점검 작업 중</translation>
    </message>
    <message>
        <source>its answer is not of the documented shape</source>
        <translation>응답이 문서에 적힌 형식이 아님</translation>
    </message>
    <message>
        <source>answered with HTTP %1</source>
        <translation>HTTP %1 응답</translation>
    </message>
    <message>
        <source>could not be asked (%1)</source>
        <translation>물을 수 없음 (%1)</translation>
    </message>
    <message>
        <source>sent more than was asked for</source>
        <translation>물은 것보다 많이 보냄</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>연결이 끊어짐</translation>
    </message>
    <message>
        <source>its certificate does not hold</source>
        <translation>인증서가 유효하지 않음</translation>
    </message>
    <message>
        <source>could not be connected to</source>
        <translation>연결할 수 없음</translation>
    </message>
    <message>
        <source>its name could not be looked up</source>
        <translation>이름을 조회할 수 없음</translation>
    </message>
    <message>
        <source>did not answer within %1 s</source>
        <translation>%1초 안에 응답하지 않음</translation>
    </message>
    <message>
        <source>not asked again yet</source>
        <translation>다시 시작한 뒤로 아직 묻지 않음</translation>
    </message>
    <message>
        <source>The proxy stands in for your address</source>
        <translation>프록시가 사용자의 주소를 대신합니다</translation>
    </message>
    <message>
        <source>About %1 checks a day leave through %2, and names are looked up there. The servers, in North Korea too, can log where they come out; who runs the proxy can see what is asked.</source>
        <translation>하루 약 %1회 점검이 %2 프록시로 나가고, 이름도 그곳에서 찾습니다. 북한을 포함한 서버는 출구 주소를 기록할 수 있고, 프록시 운영자는 무엇을 묻는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Your address can be seen</source>
        <translation>사용자의 주소가 보일 수 있습니다</translation>
    </message>
    <message>
        <source>Checks leave from this computer, about %1 a day. The servers, in North Korea too, can log its address. Use another computer or line if that matters to you.</source>
        <translation>하루 약 %1회 점검이 이 컴퓨터에서 나갑니다. 북한을 포함한 서버가 주소를 기록할 수 있습니다. 문제가 된다면 다른 컴퓨터나 회선을 쓰세요.</translation>
    </message>
    <message>
        <source>No computer elsewhere can be asked this way, so nothing can be said of theirs either.</source>
        <translation>이 방식으로는 외부 컴퓨터를 점검할 수 없어 상대 쪽에 대해서도 말할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 computers elsewhere are asked every %2 seconds, so that a fault at your end is not taken for one at theirs.</source>
        <translation>내 쪽 문제를 상대 쪽 문제로 오인하지 않도록 외부 컴퓨터 %1대를 %2초마다 점검합니다.</translation>
    </message>
    <message>
        <source>Your own line is checked as well</source>
        <translation>자체 회선도 점검합니다</translation>
    </message>
    <message>
        <source>The proxy is checked as well</source>
        <translation>프록시도 점검합니다</translation>
    </message>
    <message>
        <source>What a proxy cannot carry is not asked: name servers, mail, ping and trace. Nothing is called not answering, only not reachable through the proxy.</source>
        <translation>프록시로 할 수 없는 네임서버·메일·핑·경로 추적은 하지 않습니다. 응답 없음이라 하지 않고 프록시로 접속 불가라고만 합니다.</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>아무것도 보내지 않습니다</translation>
    </message>
    <message>
        <source>Gaps are shown, never filled</source>
        <translation>공백은 채우지 않고 그대로 보입니다</translation>
    </message>
    <message>
        <source>While this computer sleeps or the program is closed nothing is seen, and every chart says so.</source>
        <translation>컴퓨터가 절전 중이거나 프로그램이 꺼져 있으면 관측하지 못하며, 모든 차트에 그렇게 표시합니다.</translation>
    </message>
    <message>
        <source>Few and small checks</source>
        <translation>점검은 적고 가볍습니다</translation>
    </message>
    <message>
        <source>About %1 short questions a minute, spaced out. Nothing is logged in to and nothing is changed. In South Korea these sites are blocked: ask a lawyer first.</source>
        <translation>1분에 약 %1번 짧게, 간격을 두고 묻습니다. 로그인하거나 무엇을 바꾸지 않습니다. 한국에서는 이 사이트들이 차단돼 있으니 먼저 변호사와 상의하세요.</translation>
    </message>
    <message>
        <source>through the proxy at %1</source>
        <translation>%1 프록시를 거쳐</translation>
    </message>
    <message>
        <source>from this computer</source>
        <translation>이 컴퓨터에서</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>보내지 않고</translation>
    </message>
    <message>
        <source>it is signed by itself</source>
        <translation>스스로 서명함</translation>
    </message>
    <message>
        <source>nobody we know signed it</source>
        <translation>알려진 기관의 서명이 아님</translation>
    </message>
    <message>
        <source>the certificates that vouch for it were not sent</source>
        <translation>보증하는 인증서가 오지 않음</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>유효 기간이 지남</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>유효 기간 전임</translation>
    </message>
    <message>
        <source>it was made out to another name</source>
        <translation>다른 이름에 발급됨</translation>
    </message>
    <message>
        <source>it is signed in a way that is too weak today</source>
        <translation>서명 방식이 지금 기준으로 약함</translation>
    </message>
    <message>
        <source>its key is too weak today</source>
        <translation>키가 지금 기준으로 약함</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>폐기됨</translation>
    </message>
    <message>
        <source>hop %1</source>
        <translation>%1번째 홉</translation>
    </message>
    <message>
        <source>it is wrong in another way (%1)</source>
        <translation>그 밖의 오류 (%1)</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation>결함 없음.</translation>
    </message>
    <message>
        <source>Faults: %1.</source>
        <translation>결함: %1.</translation>
    </message>
    <message>
        <source>No greeting came</source>
        <translation>인사말이 오지 않음</translation>
    </message>
    <message>
        <source>ready for mail</source>
        <translation>메일 수신 가능</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>지금은 불가</translation>
    </message>
    <message>
        <source>turns everybody away</source>
        <translation>모두 거절</translation>
    </message>
    <message>
        <source>not what a mail server says</source>
        <translation>메일 서버의 말이 아님</translation>
    </message>
    <message>
        <source>Greeting %1: %2</source>
        <translation>인사말 %1: %2</translation>
    </message>
    <message>
        <source>This computer does not let programs ping.</source>
        <translation>이 컴퓨터에서는 프로그램이 핑을 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>None of %1 came back. Many networks drop such packets on purpose: it says nothing alone.</source>
        <translation>%1개 모두 돌아오지 않음. 이런 패킷을 일부러 버리는 망이 많아 이것만으로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 came back</source>
        <translation>%2개 중 %1개 돌아옴</translation>
    </message>
    <message>
        <source>%1, in the middle %2.</source>
        <translation>%1, 중앙값 %2.</translation>
    </message>
    <message>
        <source>No answer came</source>
        <translation>응답이 오지 않음</translation>
    </message>
    <message>
        <source>%1: the server answers, its zone is broken</source>
        <translation>%1: 서버는 응답하나 존에 이상</translation>
    </message>
    <message>
        <source>%1, not from its own zone: somebody between may have answered</source>
        <translation>%1, 자기 존의 답이 아님: 중간에서 누군가 응답했을 수 있음</translation>
    </message>
    <message>
        <source>%1, from its own zone</source>
        <translation>%1, 자기 존의 답</translation>
    </message>
    <message>
        <source>Not even the first router answered.</source>
        <translation>첫 라우터부터 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>It was reached.</source>
        <translation>도달했습니다.</translation>
    </message>
    <message>
        <source>It was reached at %1.</source>
        <translation>도달: %1.</translation>
    </message>
    <message>
        <source>The router at %1 says that it knows no way there.</source>
        <translation>%1 라우터: 가는 길을 모른다고 답했습니다.</translation>
    </message>
    <message>
        <source>The router at %1 says that it may not pass this on.</source>
        <translation>%1 라우터: 전달이 금지돼 있다고 답했습니다.</translation>
    </message>
    <message>
        <source>From %1 on it goes in circles.</source>
        <translation>%1부터 제자리를 돕니다.</translation>
    </message>
    <message>
        <source>The last router that answered is %1; silence between %1 and %2.</source>
        <translation>마지막으로 응답한 라우터: %1. %1~%2 사이 무응답.</translation>
    </message>
    <message>
        <source>%1  no answer</source>
        <translation>%1  응답 없음</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>under 0.1 ms</source>
        <translation>0.1밀리초 미만</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1밀리초</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>four</source>
        <translation>4</translation>
    </message>
    <message>
        <source>five</source>
        <translation>5</translation>
    </message>
    <message>
        <source>six</source>
        <translation>6</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>7</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>9</translation>
    </message>
    <message>
        <source>one site</source>
        <translation>사이트 1곳</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>사이트 %1곳</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>최소 %1</translation>
    </message>
    <message>
        <source>some seconds</source>
        <translation>몇 초</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Since %1 (%2), %3</source>
        <translation>%1(%2)부터 %3</translation>
    </message>
    <message>
        <source>%1: not answering since %2 (long-standing).</source>
        <translation>%1: %2부터 응답 없음 (장기 무응답).</translation>
    </message>
    <message>
        <source>Ready to watch</source>
        <translation>관측 준비됨</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>아직 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Not watching</source>
        <translation>관측 안 함</translation>
    </message>
    <message>
        <source>Not watching: %1</source>
        <translation>관측 안 함: %1</translation>
    </message>
    <message>
        <source>What happens meanwhile is not recorded.</source>
        <translation>그동안의 일은 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the address answers</source>
        <translation>주소의 응답 여부 판단 불가</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the site answers</source>
        <translation>사이트의 응답 여부 판단 불가</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the %1 addresses answer</source>
        <translation>주소 %1곳의 응답 여부 판단 불가</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether the %1 sites answer</source>
        <translation>사이트 %1곳의 응답 여부 판단 불가</translation>
    </message>
    <message>
        <source>Checking for the first time</source>
        <translation>첫 점검 중</translation>
    </message>
    <message>
        <source>A first result takes a few minutes.</source>
        <translation>첫 결과까지 몇 분 걸립니다.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 응답 없음</translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation>%1 응답 없음</translation>
    </message>
    <message>
        <source>Blocked on this network: %1</source>
        <translation>이 회선에서 차단됨: %1</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>%1곳 모두</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1곳</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 응답함</translation>
    </message>
    <message>
        <source>%1 answer</source>
        <translation>%1 응답함</translation>
    </message>
    <message>
        <source>Seen through one proxy.</source>
        <translation>프록시 하나로 관측.</translation>
    </message>
    <message>
        <source>Seen from one computer.</source>
        <translation>컴퓨터 한 대로 관측.</translation>
    </message>
    <message>
        <source>We can&apos;t tell: our own line is down</source>
        <translation>판단 불가: 자체 회선 장애</translation>
    </message>
    <message>
        <source>The addresses are not judged meanwhile.</source>
        <translation>그동안 주소들을 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>The sites are not judged meanwhile.</source>
        <translation>그동안 사이트들을 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Watching through a proxy: %1</source>
        <translation>프록시로 관측 중: %1</translation>
    </message>
    <message>
        <source>The one address we watch does not answer</source>
        <translation>관측하는 주소 1곳 응답 없음</translation>
    </message>
    <message>
        <source>The one site that has answered on this network does not answer</source>
        <translation>이 회선에서 응답한 적 있는 사이트 1곳 응답 없음</translation>
    </message>
    <message>
        <source>Neither of the two sites that have answered on this network answers</source>
        <translation>이 회선에서 응답한 적 있는 사이트 2곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>None of the %1 sites that have answered on this network answers</source>
        <translation>이 회선에서 응답한 적 있는 사이트 %1곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>%1 sites that have answered on this network</source>
        <translation>이 회선에서 응답한 적 있는 사이트 %1곳</translation>
    </message>
    <message>
        <source>The one site that has answered on this network answers</source>
        <translation>이 회선에서 응답한 적 있는 사이트 1곳 응답함</translation>
    </message>
    <message>
        <source>Both sites that have answered on this network answer</source>
        <translation>이 회선에서 응답한 적 있는 사이트 2곳 모두 응답함</translation>
    </message>
    <message>
        <source>All %1 sites that have answered on this network answer</source>
        <translation>이 회선에서 응답한 적 있는 사이트 %1곳 모두 응답함</translation>
    </message>
    <message>
        <source>The one site we watch does not answer</source>
        <translation>관측하는 사이트 1곳 응답 없음</translation>
    </message>
    <message>
        <source>Neither of the two addresses answers</source>
        <translation>주소 2곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>Neither of the two sites answers</source>
        <translation>사이트 2곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>None of the %1 addresses answers</source>
        <translation>주소 %1곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>None of the %1 sites answers</source>
        <translation>사이트 %1곳 모두 응답 없음</translation>
    </message>
    <message>
        <source>one address</source>
        <translation>주소 1곳</translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation>주소 %1곳</translation>
    </message>
    <message>
        <source>None of the %1 addresses is reachable</source>
        <translation>주소 %1곳 모두 접속 불가</translation>
    </message>
    <message>
        <source>None of the %1 sites is reachable</source>
        <translation>사이트 %1곳 모두 접속 불가</translation>
    </message>
    <message>
        <source>%1 is not reachable</source>
        <translation>%1 접속 불가</translation>
    </message>
    <message>
        <source>%1 are not reachable</source>
        <translation>%1 접속 불가</translation>
    </message>
    <message>
        <source>The one address we watch answers</source>
        <translation>관측하는 주소 1곳 응답함</translation>
    </message>
    <message>
        <source>All %1 addresses answer</source>
        <translation>주소 %1곳 모두 응답함</translation>
    </message>
    <message>
        <source>The other site answers</source>
        <translation>나머지 사이트 1곳 응답함</translation>
    </message>
    <message>
        <source>The other %1 sites answer</source>
        <translation>나머지 사이트 %1곳 모두 응답함</translation>
    </message>
    <message>
        <source>The one site we watch answers</source>
        <translation>관측하는 사이트 1곳 응답함</translation>
    </message>
    <message>
        <source>All %1 sites answer</source>
        <translation>사이트 %1곳 모두 응답함</translation>
    </message>
    <message>
        <source>one answers</source>
        <translation>1곳 응답함</translation>
    </message>
    <message>
        <source>one shows an error page</source>
        <translation>1곳 오류 화면</translation>
    </message>
    <message>
        <source>%1 show an error page</source>
        <translation>%1곳 오류 화면</translation>
    </message>
    <message>
        <source>one is slow or patchy</source>
        <translation>1곳 느리거나 불안정</translation>
    </message>
    <message>
        <source>%1 are slow or patchy</source>
        <translation>%1곳 느리거나 불안정</translation>
    </message>
    <message>
        <source>it shows an error page</source>
        <translation>오류 화면이 나옴</translation>
    </message>
    <message>
        <source>all show an error page</source>
        <translation>모두 오류 화면</translation>
    </message>
    <message>
        <source>it is slow or patchy</source>
        <translation>느리거나 불안정</translation>
    </message>
    <message>
        <source>all are slow or patchy</source>
        <translation>모두 느리거나 불안정</translation>
    </message>
    <message>
        <source>one is being checked again</source>
        <translation>1곳 재확인 중</translation>
    </message>
    <message>
        <source>%1 are being checked again</source>
        <translation>%1곳 재확인 중</translation>
    </message>
    <message>
        <source>one is blocked on this network</source>
        <translation>1곳 이 회선에서 차단됨</translation>
    </message>
    <message>
        <source>%1 are blocked on this network</source>
        <translation>%1곳 이 회선에서 차단됨</translation>
    </message>
    <message>
        <source>for %1 we can&apos;t tell</source>
        <translation>%1곳 판단 불가</translation>
    </message>
    <message>
        <source>one is not reachable through the proxy</source>
        <translation>1곳 프록시로 접속 불가</translation>
    </message>
    <message>
        <source>%1 are not reachable through the proxy</source>
        <translation>%1곳 프록시로 접속 불가</translation>
    </message>
    <message>
        <source>one is not watched</source>
        <translation>1곳 관측 안 함</translation>
    </message>
    <message>
        <source>%1 are not watched</source>
        <translation>%1곳 관측 안 함</translation>
    </message>
    <message>
        <source>We can&apos;t tell: the way there does not work</source>
        <translation>판단 불가: 중간 구간 이상</translation>
    </message>
    <message>
        <source>We can&apos;t tell: somebody between answers for everybody</source>
        <translation>판단 불가: 중간에서 누군가 모두를 대신해 응답</translation>
    </message>
    <message>
        <source>We can&apos;t tell: it looks like a block on this network</source>
        <translation>판단 불가: 이 회선의 차단으로 보임</translation>
    </message>
    <message>
        <source>We can&apos;t tell: our own line is tested by another way</source>
        <translation>판단 불가: 자체 회선을 다른 길로 시험 중</translation>
    </message>
    <message>
        <source>Our own line works.</source>
        <translation>자체 회선은 정상입니다.</translation>
    </message>
    <message>
        <source>What comes back need not be theirs.</source>
        <translation>돌아온 답이 상대의 것이 아닐 수 있습니다.</translation>
    </message>
    <message>
        <source>Connections to them are reset; that alone proves nothing.</source>
        <translation>연결이 강제로 끊깁니다. 그것만으로는 아무것도 입증되지 않습니다.</translation>
    </message>
    <message>
        <source>A failure there may be our own.</source>
        <translation>그쪽의 실패가 우리 쪽 문제일 수 있습니다.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file is in: &quot;ko&quot;.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>As QDateTime::toString has it: 12 Mar</extracomment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>As QDateTime::toString has it: Thu 12 Mar</extracomment>
        <translation>M월 d일(ddd)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>As QDateTime::toString has it: Thu 12 Mar 2026</extracomment>
        <translation>yyyy년 M월 d일(ddd)</translation>
    </message>
    <message>
        <source>MMM</source>
        <extracomment>As QDateTime::toString has it: Mar</extracomment>
        <translation>M월</translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>As QDateTime::toString has it: 2026</extracomment>
        <translation>yyyy년</translation>
    </message>
    <message>
        <source>web pages</source>
        <translation>웹페이지</translation>
    </message>
    <message>
        <source>name servers</source>
        <translation>네임서버</translation>
    </message>
    <message>
        <source>ports known by name only</source>
        <translation>이름만 아는 포트</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>핑</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>경로 추적</translation>
    </message>
    <message>
        <source>One check that a proxy cannot carry is switched off: %1.</source>
        <translation>프록시로 할 수 없는 점검 1가지를 껐습니다: %1.</translation>
    </message>
    <message>
        <source>%1 checks that a proxy cannot carry are switched off: %2.</source>
        <translation>프록시로 할 수 없는 점검 %1가지를 껐습니다: %2.</translation>
    </message>
    <message>
        <source>The watchlist wants %1 checks a minute of %2, where %3 may be made.</source>
        <translation>관측 목록대로면 %2 점검이 1분에 %1회인데, 한도는 %3회입니다.</translation>
    </message>
    <message>
        <source> One more place is asked for too much.</source>
        <translation> 한도를 넘는 곳이 1곳 더 있습니다.</translation>
    </message>
    <message>
        <source> %1 more places are asked for too much.</source>
        <translation> 한도를 넘는 곳이 %1곳 더 있습니다.</translation>
    </message>
    <message>
        <source> Checks there come late, none is left out.</source>
        <translation> 그곳의 점검은 늦어질 뿐 빠지지 않습니다.</translation>
    </message>
    <message>
        <source>Observing only</source>
        <translation>공개 자료만 보는 중</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>이 컴퓨터에 연결된 망이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing can be said about anybody until it has.</source>
        <translation>연결될 때까지 누구에 대해서도 판단할 수 없습니다.</translation>
    </message>
    <message>
        <source>The router of this network does not answer.</source>
        <translation>이 망의 라우터가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>What fails meanwhile is our own line, and counts against nobody.</source>
        <translation>그동안의 실패는 자체 회선의 것이며 상대의 무응답으로 치지 않습니다.</translation>
    </message>
    <message>
        <source>One target is asked</source>
        <translation>대상 1개의 점검 경로</translation>
    </message>
    <message>
        <source>%1 targets are asked</source>
        <translation>대상 %1개의 점검 경로</translation>
    </message>
    <message>
        <source>%1 through %2, the servers that test our line are not.</source>
        <translation>%1: %2. 회선 시험용 서버는 다른 길로 갑니다.</translation>
    </message>
    <message>
        <source>They cannot prove that a failure there is not our own.</source>
        <translation>그래서 실패가 우리 쪽 문제가 아님을 입증할 수 없습니다.</translation>
    </message>
    <message>
        <source>This network makes up answers for names that do not exist.</source>
        <translation>이 망은 없는 이름에 답을 지어냅니다.</translation>
    </message>
    <message>
        <source>It answered for %1 of %2 with %3. The sites are looked up elsewhere, so this decides nothing.</source>
        <translation>%2개 중 %1개에 답했습니다: %3. 사이트 이름은 다른 곳에서 찾으므로 판정에 영향이 없습니다.</translation>
    </message>
    <message>
        <source>one check</source>
        <translation>점검 1건</translation>
    </message>
    <message>
        <source>%1 checks</source>
        <translation>점검 %1건</translation>
    </message>
    <message>
        <source>A firewall on this computer keeps %1 in.</source>
        <translation>이 컴퓨터의 방화벽이 막은 것: %1.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead.</source>
        <translation>이 컴퓨터의 시계가 %1 빠릅니다.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind.</source>
        <translation>이 컴퓨터의 시계가 %1 느립니다.</translation>
    </message>
    <message>
        <source>Times shown and exported are wrong by as much.</source>
        <translation>표시하고 내보내는 시각도 그만큼 틀립니다.</translation>
    </message>
    <message>
        <source>This computer is going to sleep.</source>
        <translation>이 컴퓨터가 절전에 들어갑니다.</translation>
    </message>
    <message>
        <source>Until it wakes nobody watches.</source>
        <translation>깨어날 때까지 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>This computer stood still for %1.</source>
        <translation>이 컴퓨터가 멈춰 있던 시간: %1.</translation>
    </message>
    <message>
        <source>This computer slept for %1.</source>
        <translation>이 컴퓨터가 절전한 시간: %1.</translation>
    </message>
    <message>
        <source>Nobody watched meanwhile. Our own line is tested twice before anything is said again.</source>
        <translation>그동안 관측하지 않았습니다. 자체 회선을 두 번 시험한 뒤 다시 판정합니다.</translation>
    </message>
    <message>
        <source>Watching through %1 since %2.</source>
        <translation>%2부터 관측에 쓰는 망: %1.</translation>
    </message>
    <message>
        <source>What was usual on the network before says nothing about this one.</source>
        <translation>이전 망의 평소 값은 이 망에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>the network cable</source>
        <translation>유선</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>와이파이</translation>
    </message>
    <message>
        <source>a VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>the mobile network</source>
        <translation>이동통신망</translation>
    </message>
    <message>
        <source>another network</source>
        <translation>다른 망</translation>
    </message>
    <message>
        <source>This computer stays awake while watching.</source>
        <translation>관측하는 동안 절전하지 않습니다.</translation>
    </message>
    <message>
        <source>On battery this computer may fall asleep; then nobody watches.</source>
        <translation>배터리로 쓸 때는 절전할 수 있으며, 그동안 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>This computer cannot be kept awake from here; when it sleeps, nobody watches.</source>
        <translation>여기서는 절전을 막을 수 없습니다. 절전 중에는 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>not proven yet (%1)</source>
        <translation>아직 검증 안 됨 (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 answer (%3)</source>
        <translation>%2곳 중 %1곳 응답 (%3)</translation>
    </message>
    <message>
        <source>%1 since %2 %3</source>
        <translation>%2 %3부터 %1</translation>
    </message>
    <message>
        <source>somebody answered for them (%1)</source>
        <translation>누군가 대신 응답함 (%1)</translation>
    </message>
    <message>
        <source>silent, as they must be (%1)</source>
        <translation>무응답, 정상 (%1)</translation>
    </message>
    <message>
        <source>Our own line</source>
        <translation>자체 회선</translation>
    </message>
    <message>
        <source>The way to East Asia</source>
        <translation>동아시아 구간</translation>
    </message>
    <message>
        <source>The way there, China side</source>
        <translation>중간 구간, 중국 쪽</translation>
    </message>
    <message>
        <source>The way there, Russia side</source>
        <translation>중간 구간, 러시아 쪽</translation>
    </message>
    <message>
        <source>Addresses that nobody has</source>
        <translation>주인 없는 주소</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>mail, port 25</source>
        <translation>메일, 25번 포트</translation>
    </message>
    <message>
        <source>port 25 can&apos;t be tested from here</source>
        <translation>여기서는 25번 포트를 시험할 수 없음</translation>
    </message>
    <message>
        <source>%1 of %2 tries lost, %3 % on the way there</source>
        <translation>%2회 중 %1회 유실, 중간 구간 유실 %3%</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation>%1, 평소 %2</translation>
    </message>
    <message>
        <source>Checking again, %1 of %2 failed</source>
        <translation>재확인 중 (%2회 중 %1회 실패)</translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation>%1 %2초</translation>
    </message>
    <message>
        <source>An outage of %1 or longer is always found.</source>
        <translation>%1 이상 이어진 무응답은 반드시 포착합니다.</translation>
    </message>
    <message>
        <source>KST</source>
        <translation>KST</translation>
    </message>
    <message>
        <source>Pyongyang time (UTC+%1:%2)</source>
        <translation>평양시간(UTC+%1:%2)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>no answer from the name servers</source>
        <translation>네임서버 응답 없음</translation>
    </message>
    <message>
        <source>no answer to the connection</source>
        <translation>연결 요청에 응답 없음</translation>
    </message>
    <message>
        <source>connected, no answer to the encrypted greeting</source>
        <translation>연결됨, 암호화 인사에 응답 없음</translation>
    </message>
    <message>
        <source>asked, then no answer</source>
        <translation>요청 뒤 응답 없음</translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation>판단 불가</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>Slow or patchy</source>
        <translation>느리거나 불안정</translation>
    </message>
    <message>
        <source>Error page</source>
        <translation>오류 화면</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Blocked on this network</source>
        <translation>이 회선에서 차단됨</translation>
    </message>
    <message>
        <source>Our own line was down</source>
        <translation>자체 회선 장애</translation>
    </message>
    <message>
        <source>before the first check</source>
        <translation>첫 점검 이전</translation>
    </message>
    <message>
        <source>the program was closed</source>
        <translation>프로그램이 꺼져 있었음</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>사용자가 멈춤</translation>
    </message>
    <message>
        <source>the computer was asleep</source>
        <translation>컴퓨터 절전 중이었음</translation>
    </message>
    <message>
        <source>no test address of our own answered, so nothing can be said</source>
        <translation>시험 주소가 하나도 응답하지 않아 판단할 수 없음</translation>
    </message>
    <message>
        <source>somebody between answers for everybody</source>
        <translation>중간에서 누군가 모두를 대신해 응답</translation>
    </message>
    <message>
        <source>our own line works, the way there does not</source>
        <translation>자체 회선은 정상, 중간 구간에 이상</translation>
    </message>
    <message>
        <source>has never answered us</source>
        <translation>응답 확인된 적 없음</translation>
    </message>
    <message>
        <source>failed checks that do not yet say enough</source>
        <translation>점검 실패, 아직 판단하기 이름</translation>
    </message>
    <message>
        <source>no check recently enough</source>
        <translation>최근 점검 없음</translation>
    </message>
    <message>
        <source>not reachable through the proxy</source>
        <translation>프록시로 접속 불가</translation>
    </message>
    <message>
        <source>reset in a way that looks like a block on this network, which is not confirmed</source>
        <translation>이 회선의 차단처럼 연결이 끊기나 확인되지 않음</translation>
    </message>
    <message>
        <source>the servers that test our line are reached by another way than this one</source>
        <translation>회선 시험용 서버로 가는 길이 이 길과 다름</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>연결 거부됨</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>연결 강제로 끊김</translation>
    </message>
    <message>
        <source>no way to the address</source>
        <translation>주소로 가는 길 없음</translation>
    </message>
    <message>
        <source>the name does not exist</source>
        <translation>없는 이름</translation>
    </message>
    <message>
        <source>the name server reports a failure</source>
        <translation>네임서버가 오류를 알림</translation>
    </message>
    <message>
        <source>answered with a certificate that is not valid</source>
        <translation>유효하지 않은 인증서로 응답</translation>
    </message>
    <message>
        <source>answered in a way we do not understand</source>
        <translation>이해할 수 없는 응답</translation>
    </message>
    <message>
        <source>answered, not as expected</source>
        <translation>응답했으나 예상과 다름</translation>
    </message>
    <message>
        <source>an answer we do not believe</source>
        <translation>믿을 수 없는 응답</translation>
    </message>
    <message>
        <source>blocked on this network</source>
        <translation>이 회선에서 차단됨</translation>
    </message>
    <message>
        <source>this computer did not allow the check</source>
        <translation>이 컴퓨터가 점검을 허용하지 않음</translation>
    </message>
    <message>
        <source>our own line was down</source>
        <translation>자체 회선 장애</translation>
    </message>
    <message>
        <source>the check was called off</source>
        <translation>점검 취소됨</translation>
    </message>
    <message>
        <source>the check failed, we do not know how</source>
        <translation>점검 실패, 원인 불명</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>1분 미만</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Nothing can be said about the sites since %1. Checks go on; this gap will be marked in every chart.</source>
        <translation>%1부터 사이트에 대해 판단할 수 없습니다. 점검은 계속하며, 이 공백은 모든 차트에 표시됩니다.</translation>
    </message>
    <message>
        <source>Nothing can be said about the sites. Checks go on.</source>
        <translation>사이트에 대해 판단할 수 없습니다. 점검은 계속합니다.</translation>
    </message>
    <message>
        <source>Our own line is down.</source>
        <translation>자체 회선 장애.</translation>
    </message>
    <message>
        <source>What does not answer is not reachable through it; more cannot be said.</source>
        <translation>응답이 없어도 이 방식으로는 접속할 수 없다는 것까지만 말할 수 있습니다.</translation>
    </message>
    <message>
        <source>One check that it cannot carry is off.</source>
        <translation>이 방식으로 할 수 없는 점검 1가지를 껐습니다.</translation>
    </message>
    <message>
        <source>%1 checks that it cannot carry are off.</source>
        <translation>이 방식으로 할 수 없는 점검 %1가지를 껐습니다.</translation>
    </message>
    <message>
        <source>Watching %1.</source>
        <translation>%1 관측 중.</translation>
    </message>
    <message>
        <source>Watching could not be started.</source>
        <translation>관측을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Watching could not be started. KPWatch keeps trying.</source>
        <translation>관측을 시작하지 못했습니다. 계속 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Results are not being saved.</source>
        <translation>결과가 저장되지 않고 있습니다.</translation>
    </message>
    <message>
        <source>The record cannot be read.</source>
        <translation>기록을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Another program is watching.</source>
        <translation>다른 프로그램이 관측 중입니다.</translation>
    </message>
    <message>
        <source>This window only shows what it records.</source>
        <translation>이 창은 그 기록을 보여 줄 뿐입니다.</translation>
    </message>
    <message>
        <source>%1 or earlier</source>
        <translation>%1 또는 그 전</translation>
    </message>
    <message>
        <source>%1 %2 – now</source>
        <translation>%1 %2 – 지금</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <source>No answer before it was seen by us</source>
        <translation>우리가 보기 전부터 응답 없음</translation>
    </message>
    <message>
        <source>Stopped between %1 and %2 KST</source>
        <translation>%1~%2 KST 사이 끊김</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>%1 – %2 UTC</source>
        <translation>%1 – %2 UTC</translation>
    </message>
    <message>
        <source>the name servers of .kp are not asked</source>
        <translation>.kp 네임서버는 점검하지 않음</translation>
    </message>
    <message>
        <source>%1 of %2 name servers of .kp answer</source>
        <translation>.kp 네임서버 %2대 중 %1대 응답</translation>
    </message>
    <message>
        <source>not reached: %1</source>
        <translation>닿지 못함: %1</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>닿지 못함</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>아직 점검 안 함</translation>
    </message>
    <message>
        <source>port %1, %2</source>
        <translation>%1번 포트, %2</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>this site has no mail server that we know of</source>
        <translation>알려진 메일 서버 없음</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>routes are not watched</source>
        <translation>경로는 관측하지 않음</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>마지막 응답 %1</translation>
    </message>
    <message>
        <source>Our own line works: %1 of %2 test servers elsewhere answer</source>
        <translation>자체 회선 정상: 외부 시험 서버 %2대 중 %1대 응답</translation>
    </message>
    <message>
        <source>Our own line: %1</source>
        <translation>자체 회선: %1</translation>
    </message>
    <message>
        <source>SIMULATED: this is not what happened in the world.</source>
        <translation>모의: 실제로 일어난 일이 아닙니다.</translation>
    </message>
    <message>
        <source>As of %1, by checks from one computer with KPWatch %2. That a site answers or does not says nothing about access inside the country, nor about a cause.</source>
        <translation>%1 현재, 컴퓨터 한 대에서 KPWatch %2 사용해 점검. 사이트의 응답 여부는 북한 안의 접속 사정이나 원인을 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>시작 안 함</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>점검 중…</translation>
    </message>
    <message>
        <source>Error page (%1)</source>
        <translation>오류 화면 (%1)</translation>
    </message>
    <message>
        <source>Last known: %1, %2</source>
        <translation>마지막 상태: %1, %2</translation>
    </message>
    <message>
        <source>The way there does not work</source>
        <translation>중간 구간 이상</translation>
    </message>
    <message>
        <source>Not reachable through the proxy</source>
        <translation>프록시로 접속 불가</translation>
    </message>
    <message>
        <source>Looks like a block on this network</source>
        <translation>이 회선의 차단으로 보임</translation>
    </message>
    <message>
        <source>Our line is tested by another way</source>
        <translation>자체 회선을 다른 길로 시험 중</translation>
    </message>
    <message>
        <source>No check sent yet</source>
        <translation>아직 보낸 점검 없음</translation>
    </message>
    <message>
        <source>Paused by you at %1 %2</source>
        <translation>%1 %2 사용자가 멈춤</translation>
    </message>
    <message>
        <source>Try another network or way out</source>
        <translation>다른 회선이나 접속 방식으로 시도</translation>
    </message>
    <message>
        <source>%1 of %2 tries lost</source>
        <translation>%2회 중 %1회 유실</translation>
    </message>
    <message>
        <source>Answered in %1 ms</source>
        <translation>%1밀리초 만에 응답</translation>
    </message>
    <message>
        <source>Answered in under 1 ms</source>
        <translation>1밀리초 안에 응답</translation>
    </message>
    <message>
        <source>%1 of last %2 checks answered</source>
        <translation>최근 점검 %2회 중 %1회 응답</translation>
    </message>
    <message>
        <source>Last answer %1</source>
        <translation>마지막 응답 %1</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>마지막 변경 %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>마지막 응답</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>마지막 점검</translation>
    </message>
    <message>
        <source>Front page</source>
        <translation>첫 화면</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>The server does not say</source>
        <translation>서버가 밝히지 않음</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>answered · seen</source>
        <translation>응답률 · 관측률</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>SITES</source>
        <translation>사이트</translation>
    </message>
    <message>
        <source>WHAT CARRIES THE SITES</source>
        <translation>기반 설비</translation>
    </message>
    <message>
        <source>OUR OWN LINE</source>
        <translation>자체 회선</translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation>%2곳 중 %1곳 응답</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2%</translation>
    </message>
    <message>
        <source>nothing seen</source>
        <translation>관측 없음</translation>
    </message>
    <message>
        <source>SIMULATED · not a measurement</source>
        <translation>모의 · 측정이 아님</translation>
    </message>
    <message>
        <source>Korea time (KST)</source>
        <translation>한국시간(KST)</translation>
    </message>
    <message>
        <source>Upper row %1, lower row UTC</source>
        <translation>윗줄 %1, 아랫줄 UTC</translation>
    </message>
    <message>
        <source>Korea time</source>
        <translation>한국시간</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>모의</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>소셜</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>정사각형</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>휴대전화</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>Neither of the two sites</source>
        <translation>사이트 2곳 모두</translation>
    </message>
    <message>
        <source>None of the %1 sites</source>
        <translation>사이트 %1곳 모두</translation>
    </message>
    <message>
        <source>has answered for</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>answered for</source>
        <translation>응답 없었음</translation>
    </message>
    <message>
        <source>did not answer for</source>
        <translation>응답 없었음</translation>
    </message>
    <message>
        <source>has not answered for</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>at one time or another did not answer for</source>
        <translation>저마다 다른 때 응답 없었음</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>at least so long, of another so long</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>have not answered for</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>No record of %1 in this time</source>
        <translation>이 시간에 %1의 기록 없음</translation>
    </message>
    <message>
        <source>%1; %2 showed an error page</source>
        <translation>%1, %2곳 오류 화면</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1, %2 to %3 UTC</source>
        <translation>%1 %2~%3 UTC</translation>
    </message>
    <message>
        <source>%1, %2 to %3, %4 UTC</source>
        <translation>%1 %2~%3 %4 UTC</translation>
    </message>
    <message>
        <source>from %1, still none at %2 (%3)</source>
        <translation>%1부터, %2 현재도 없음 (%3)</translation>
    </message>
    <message>
        <source>from %1 to %2 (%3)</source>
        <translation>%1~%2 (%3)</translation>
    </message>
    <message>
        <source>no answer %1, %2</source>
        <translation>응답 없음 %1, %2</translation>
    </message>
    <message>
        <source>and %1 more times</source>
        <translation>그 밖에 %1번 더</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a state, for how long in all</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no stretch without answer</source>
        <translation>응답 없던 구간 없음</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>watched %1 of the time</source>
        <translation>관측한 시간 %1</translation>
    </message>
    <message>
        <source>every %1 seconds</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>1분마다</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>%1분마다</translation>
    </message>
    <message>
        <source>one computer</source>
        <translation>컴퓨터 한 대</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <translation>yyyy년 M월 d일(ddd)</translation>
    </message>
    <message>
        <source>%1, as of&#xa0;%2&#xa0;%3</source>
        <translation>%1, %2&#xa0;%3&#xa0;현재</translation>
    </message>
    <message>
        <source>%1, the longest of %2 times</source>
        <translation>%1, %2번 중 최장</translation>
    </message>
    <message>
        <source>One North Korean website</source>
        <translation>북한 웹사이트 1곳</translation>
    </message>
    <message>
        <source>%1 North Korean websites</source>
        <translation>북한 웹사이트 %1곳</translation>
    </message>
    <message>
        <source>%1, checked from %2 %3, %4</source>
        <translation>%1, %2에서 %3 점검, %4</translation>
    </message>
    <message>
        <source>SIMULATED: made-up sample data, not a measurement.</source>
        <translation>모의: 지어낸 예시 자료이며 측정이 아닙니다.</translation>
    </message>
    <message>
        <source>“No answer” means at least %1 failed checks (%2 for a site alone) over at least %3 seconds while our own line was shown to work.</source>
        <translation>“응답 없음”은 자체 회선이 정상임을 확인한 상태에서 최소 %3초에 걸쳐 점검이 최소 %1회(사이트 한 곳뿐이면 %2회) 실패한 것을 뜻합니다.</translation>
    </message>
    <message>
        <source>These numbers were changed within this time.</source>
        <translation>이 기준은 이 기간에 바뀌었습니다.</translation>
    </message>
    <message>
        <source>That a website answers says nothing about access inside the country.</source>
        <translation>웹사이트의 응답 여부는 북한 안의 접속 사정을 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>SIMULATED: %1</source>
        <translation>모의: %1</translation>
    </message>
    <message>
        <source>Chart: %1.</source>
        <translation>차트: %1.</translation>
    </message>
    <message>
        <source>as of %1 %2</source>
        <translation>%1 %2 현재</translation>
    </message>
    <message>
        <source>without answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>첫 바이트</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>인사말</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>in vain</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>웹페이지</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>네임서버</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>%1번 포트</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>핑</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>경로 추적</translation>
    </message>
    <message>
        <source>%1 · %2, asked for %3 %4</source>
        <translation>%1 · %2, 질의 %3 %4</translation>
    </message>
    <message>
        <source>%1 since %2 (%3), %4</source>
        <translation>%1, %2(%3)부터 %4</translation>
    </message>
    <message>
        <source>usually %1 at this hour</source>
        <translation>이 시간대 평소 %1</translation>
    </message>
    <message>
        <source>what is usual at this hour is not known yet</source>
        <translation>이 시간대 평소 값은 아직 모름</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>연결 수립</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>WHAT WE MAKE OF IT</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>of the last 15 minutes</source>
        <translation>최근 15분</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>until then the old state stands</source>
        <translation>그때까지 이전 상태를 유지</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1~%2 사이</translation>
    </message>
    <message>
        <source>at %1 or earlier</source>
        <translation>%1 또는 그 전</translation>
    </message>
    <message>
        <source>after the last answer, by the first failed check that counts</source>
        <translation>마지막 응답과 처음 인정된 실패 사이</translation>
    </message>
    <message>
        <source>no answer before it was seen by us</source>
        <translation>우리가 보기 전부터 응답 없음</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Evidence only</source>
        <translation>참고용</translation>
    </message>
    <message>
        <source>never a reason to say that somebody does not answer</source>
        <translation>응답 없음의 근거로 쓰지 않음</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>포착 보장</translation>
    </message>
    <message>
        <source>asked every %1 s, waiting up to %2 s</source>
        <translation>%1초마다 점검, 최대 %2초 기다림</translation>
    </message>
    <message>
        <source>The address stands in the watchlist.</source>
        <translation>관측 목록에 적힌 주소입니다.</translation>
    </message>
    <message>
        <source>The proxy looks the name up.</source>
        <translation>프록시가 이름을 찾습니다.</translation>
    </message>
    <message>
        <source>The name servers %1 did not give any.</source>
        <translation>주소를 주지 않은 네임서버: %1.</translation>
    </message>
    <message>
        <source>Given by the name servers %1 in this check.</source>
        <translation>이번 점검에서 주소를 준 네임서버: %1.</translation>
    </message>
    <message>
        <source>From the address book: given by the name servers %1, which are asked apart from the check</source>
        <translation>주소록의 주소: 점검과 따로 묻는 네임서버 %1</translation>
    </message>
    <message>
        <source>%1, last at %2.</source>
        <translation>%1, 최근 %2.</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>상태 코드 %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>이동할 곳</translation>
    </message>
    <message>
        <source>as the server says</source>
        <translation>서버가 밝힌 값</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>signs that somebody between answered from memory</source>
        <translation>중간에서 저장된 답을 준 흔적</translation>
    </message>
    <message>
        <source>Block page</source>
        <translation>차단 안내 화면</translation>
    </message>
    <message>
        <source>One that is known</source>
        <translation>알려진 것</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in our dated list</source>
        <translation>날짜를 붙인 목록의 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>의심</translation>
    </message>
    <message>
        <source>The same address lets another name pass</source>
        <translation>같은 주소가 다른 이름은 통과시킴</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>확인되지 않음</translation>
    </message>
    <message>
        <source>zone number %1</source>
        <translation>존 번호 %1</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>다시 보냄</translation>
    </message>
    <message>
        <source>%1 of our packets</source>
        <translation>우리 패킷 %1개</translation>
    </message>
    <message>
        <source>so its length says nothing about the way</source>
        <translation>그래서 걸린 시간으로 중간 구간을 판단할 수 없음</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>길</translation>
    </message>
    <message>
        <source>%1 bytes of page</source>
        <translation>화면 %1바이트</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1회 시도</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1회 시도</translation>
    </message>
    <message>
        <source>checked again after a failure</source>
        <translation>실패 뒤 재확인</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source> Asked before: %1.</source>
        <translation> 이전에 점검한 주소: %1.</translation>
    </message>
    <message>
        <source>LATEST CHECK</source>
        <translation>최근 점검</translation>
    </message>
    <message>
        <source>Reading the record …</source>
        <translation>기록을 읽는 중 …</translation>
    </message>
    <message>
        <source>No check in the last 7 days</source>
        <translation>최근 7일 동안 점검 없음</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>none was asked</source>
        <translation>점검한 주소 없음</translation>
    </message>
    <message>
        <source>CERTIFICATE</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Faults are written down and count against nobody.</source>
        <translation>결함은 적어 둘 뿐 무응답으로 치지 않습니다.</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>발급 대상</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>서명 기관</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>통신 규약</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>인증서 사슬</translation>
    </message>
    <message>
        <source>the first 16 of its SHA-256</source>
        <translation>SHA-256 앞 16자</translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 s after</source>
        <translation>%1초 뒤</translation>
    </message>
    <message>
        <source>meanwhile</source>
        <translation>같은 때</translation>
    </message>
    <message>
        <source>Nothing is known about it.</source>
        <translation>알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>LATEST FAILURES</source>
        <translation>최근 실패</translation>
    </message>
    <message>
        <source>None in the last 7 days</source>
        <translation>최근 7일 동안 없음</translation>
    </message>
    <message>
        <source>THE WAY THERE</source>
        <translation>중간 구간</translation>
    </message>
    <message>
        <source>Somebody answers for everybody</source>
        <translation>누군가 모두를 대신해 응답</translation>
    </message>
    <message>
        <source>The first check is under way</source>
        <translation>첫 점검 중</translation>
    </message>
    <message>
        <source>checks from one computer</source>
        <translation>컴퓨터 한 대의 점검에</translation>
    </message>
    <message>
        <source>checks by %1</source>
        <translation>%1의 점검에</translation>
    </message>
    <message>
        <source>checks from one computer in %1</source>
        <translation>%1의 컴퓨터 한 대로 한 점검에</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%2에서 한 %1</translation>
    </message>
    <message>
        <source>North Korea&apos;s %1 site</source>
        <translation>북한 %1 사이트</translation>
    </message>
    <message>
        <source>%1, beginning %2</source>
        <translation>%1, 시작 %2</translation>
    </message>
    <message>
        <source>The routes to them, by way of China and of Russia, disappeared from global routing tables; they appeared to be disconnected from the global internet.</source>
        <translation>중국 쪽과 러시아 쪽을 거치는 경로가 모두 세계 라우팅 표에서 사라졌으며, 세계 인터넷과 연결되어 있지 않은 것으로 보였다.</translation>
    </message>
    <message>
        <source>Our own line changed at %1; what came after was not seen in the same way.</source>
        <translation>%1에 자체 회선이 바뀌어 그 뒤는 같은 방식으로 관측되지 않았다.</translation>
    </message>
    <message>
        <source>All answered again %1.</source>
        <translation>모두 응답 재개: %1.</translation>
    </message>
    <message>
        <source>So far that is %1.</source>
        <translation>지금까지 %1 동안이다.</translation>
    </message>
    <message>
        <source>From the first failure to the last recovery it was %1.</source>
        <translation>첫 실패에서 마지막 응답 재개까지 %1.</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>최장 %1</translation>
    </message>
    <message>
        <source>A North Korean address</source>
        <translation>북한 주소 1곳</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>응답 없었음</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Incident %1, UTC; as of %2</source>
        <translation>사건 %1, UTC, %2 현재</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 현재.</translation>
    </message>
    <message>
        <source>This cannot tell: %1</source>
        <translation>이 기록으로 알 수 없는 것: %1</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>러시아</translation>
    </message>
    <message>
        <source>China</source>
        <translation>중국</translation>
    </message>
    <message>
        <source>TransTeleCom (Russia)</source>
        <translation>트란스텔레콤(러시아)</translation>
    </message>
    <message>
        <source>the China side</source>
        <translation>중국 쪽</translation>
    </message>
    <message>
        <source>All that stopped did so within %1</source>
        <translation>응답이 끊긴 곳은 모두 %1 안에 끊김</translation>
    </message>
    <message>
        <source>The first and the last stopped at least %1 apart</source>
        <translation>처음과 마지막이 끊긴 시간 차이 최소 %1</translation>
    </message>
    <message>
        <source>%1 of %2 stopped, nothing answered</source>
        <translation>%2곳 중 %1곳 끊김, 응답한 곳 없음</translation>
    </message>
    <message>
        <source>%1 of %2 others went on answering</source>
        <translation>다른 %2곳 중 %1곳은 계속 응답</translation>
    </message>
    <message>
        <source>%1 of %2 had lost or slow checks in the 20 minutes before</source>
        <translation>%2곳 중 %1곳은 앞선 20분 동안 유실되거나 느린 점검이 있었음</translation>
    </message>
    <message>
        <source>None of %1 had lost or slow checks in the 20 minutes before</source>
        <translation>%1곳 모두 앞선 20분 동안 유실되거나 느린 점검이 없었음</translation>
    </message>
    <message>
        <source>As much was lost in the same hour on %1 of the 7 days before</source>
        <translation>앞선 7일 중 %1일은 같은 시간대에 그만큼 유실</translation>
    </message>
    <message>
        <source>%1 stopped strictly one after another</source>
        <translation>%1곳이 확실히 차례로 끊김</translation>
    </message>
    <message>
        <source>Which of the %1 stopped first cannot be told</source>
        <translation>%1곳 중 어디가 먼저 끊겼는지 알 수 없음</translation>
    </message>
    <message>
        <source>All %1 share the address %2</source>
        <translation>%1곳 모두 같은 주소 %2</translation>
    </message>
    <message>
        <source>One address stopped, %1</source>
        <translation>주소 1곳 끊김, %1</translation>
    </message>
    <message>
        <source>%1 sites answered at their known addresses</source>
        <translation>사이트 %1곳이 알려진 주소에서 응답</translation>
    </message>
    <message>
        <source>One site answered at its known address</source>
        <translation>사이트 1곳이 알려진 주소에서 응답</translation>
    </message>
    <message>
        <source>%1 of %2 by way of %3 stopped</source>
        <translation>%3 쪽 %2곳 중 %1곳 끊김</translation>
    </message>
    <message>
        <source>%1 by the other way answered</source>
        <translation>반대쪽 %1곳은 응답</translation>
    </message>
    <message>
        <source>At least half of %1 hosts stopped and came back %2 times within 6 h</source>
        <translation>6시간 안에 호스트 %1개 중 절반 이상이 %2번 끊겼다 재개됨</translation>
    </message>
    <message>
        <source>All routes were lost %1 times within 6 h</source>
        <translation>6시간 안에 모든 경로가 %1번 사라짐</translation>
    </message>
    <message>
        <source>Our own line worked throughout the start</source>
        <translation>시작 무렵 자체 회선은 줄곧 정상</translation>
    </message>
    <message>
        <source>Our own line was down or unwatched for %1 around the start</source>
        <translation>시작 무렵 자체 회선 장애 또는 관측 공백 %1</translation>
    </message>
    <message>
        <source>Only %1 % of the time around the start was judged</source>
        <translation>시작 무렵 판정된 시간은 %1%뿐</translation>
    </message>
    <message>
        <source>Nobody looked while it began</source>
        <translation>시작되는 동안 관측이 없었음</translation>
    </message>
    <message>
        <source>Nothing tested the road by way of %1</source>
        <translation>%1 쪽 중간 구간을 시험한 것이 없음</translation>
    </message>
    <message>
        <source>Addresses that nobody can answer stayed silent</source>
        <translation>주인 없는 주소는 응답하지 않음</translation>
    </message>
    <message>
        <source>Whether somebody between answers for everybody was not tested</source>
        <translation>중간에서 누군가 대신 응답하는지는 시험하지 않음</translation>
    </message>
    <message>
        <source>The routes went within 3 min of the hosts, down to %1 %</source>
        <translation>경로가 호스트와 3분 안에 함께 사라짐, 최저 %1%</translation>
    </message>
    <message>
        <source>The routes went after the hosts, down to %1 %</source>
        <translation>경로가 호스트보다 나중에 사라짐, 최저 %1%</translation>
    </message>
    <message>
        <source>The routes went before the hosts, down to %1 %</source>
        <translation>경로가 호스트보다 먼저 사라짐, 최저 %1%</translation>
    </message>
    <message>
        <source>The routes stayed as far as anybody listened; for %1 nobody did</source>
        <translation>관측한 동안은 경로 유지됨, %1 동안은 관측 없음</translation>
    </message>
    <message>
        <source>The routes stayed, in %1 readings</source>
        <translation>경로 유지됨, 관측치 %1개</translation>
    </message>
    <message>
        <source>The routes stayed in part, at least %1 %</source>
        <translation>경로 일부 유지됨, 최소 %1%</translation>
    </message>
    <message>
        <source>No route readings of that time</source>
        <translation>그 시간의 경로 관측치 없음</translation>
    </message>
    <message>
        <source>No route reading of the silence itself; the last before it was at %1</source>
        <translation>응답이 없던 동안의 경로 관측치 없음, 그 전 마지막 관측은 %1</translation>
    </message>
    <message>
        <source>no reading of the silence itself, the last before it was at %1</source>
        <translation>응답이 없던 동안의 관측치 없음, 그 전 마지막 관측은 %1</translation>
    </message>
    <message>
        <source>Now only by way of %1</source>
        <translation>이제 한쪽 경로뿐: %1</translation>
    </message>
    <message>
        <source>The routes were marked invalid: %1 (%2)</source>
        <translation>경로가 무효로 표시됨: %1 (%2)</translation>
    </message>
    <message>
        <source>One computer; other places not yet asked</source>
        <translation>컴퓨터 한 대, 다른 지점에는 아직 묻지 않음</translation>
    </message>
    <message>
        <source>outside sources</source>
        <translation>외부 자료</translation>
    </message>
    <message>
        <source>addresses that test our line and the road</source>
        <translation>자체 회선과 중간 구간 시험 주소</translation>
    </message>
    <message>
        <source>checks by this computer</source>
        <translation>이 컴퓨터의 점검</translation>
    </message>
    <message>
        <source>%1: never answered us.</source>
        <translation>%1: 응답 확인된 적 없음.</translation>
    </message>
    <message>
        <source>do not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>All %1 %2</source>
        <translation>%2 %1곳 모두</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%3 %2곳 중 %1곳</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>사이트</translation>
    </message>
    <message>
        <source>One address</source>
        <translation>주소 1곳</translation>
    </message>
    <message>
        <source>one server</source>
        <translation>서버 한 대</translation>
    </message>
    <message>
        <source>several, not all</source>
        <translation>여럿, 전부는 아님</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, others not yet asked</source>
        <translation>관측하는 모든 사이트. 이곳에서 접속 불가, 다른 지점에는 아직 묻지 않음</translation>
    </message>
    <message>
        <source>what is reached by one side</source>
        <translation>한쪽을 거쳐 닿는 곳</translation>
    </message>
    <message>
        <source>all watched blocks, as others see it too</source>
        <translation>관측하는 모든 블록, 다른 곳에서 봐도 같음</translation>
    </message>
    <message>
        <source>the name servers only</source>
        <translation>네임서버만</translation>
    </message>
    <message>
        <source>one side only</source>
        <translation>한쪽만</translation>
    </message>
    <message>
        <source>coming and going</source>
        <translation>끊김과 재개 반복</translation>
    </message>
    <message>
        <source>one after another, after loss</source>
        <translation>유실 뒤 차례로</translation>
    </message>
    <message>
        <source>everything within the same minutes</source>
        <translation>몇 분 사이 한꺼번에</translation>
    </message>
    <message>
        <source>partly visible</source>
        <translation>일부만 보임</translation>
    </message>
    <message>
        <source>no clear order</source>
        <translation>순서 불분명</translation>
    </message>
    <message>
        <source>too little of the start was seen</source>
        <translation>시작을 충분히 보지 못함</translation>
    </message>
    <message>
        <source>the start itself was not observed</source>
        <translation>시작이 관측되지 않음</translation>
    </message>
    <message>
        <source>what was seen fits none of the known shapes</source>
        <translation>알려진 양상 가운데 들어맞는 것이 없음</translation>
    </message>
    <message>
        <source>the routes went together with the hosts</source>
        <translation>경로와 호스트가 함께 사라짐</translation>
    </message>
    <message>
        <source>the hosts went first, then the routes</source>
        <translation>호스트가 먼저, 경로가 나중</translation>
    </message>
    <message>
        <source>the routes went first, then the hosts</source>
        <translation>경로가 먼저, 호스트가 나중</translation>
    </message>
    <message>
        <source>the routes stayed as far as anybody listened</source>
        <translation>관측한 동안은 경로 유지됨</translation>
    </message>
    <message>
        <source>the routes stayed</source>
        <translation>경로 유지됨</translation>
    </message>
    <message>
        <source>the routes stayed in part</source>
        <translation>경로 일부 유지됨</translation>
    </message>
    <message>
        <source>nothing is known of the routes</source>
        <translation>경로에 대해 알려진 것 없음</translation>
    </message>
    <message>
        <source>no outside voice</source>
        <translation>외부 자료 없음</translation>
    </message>
    <message>
        <source>Based on %1 in %2, %3, %4.</source>
        <translation>근거: %1(%2), %3, %4.</translation>
    </message>
    <message>
        <source>Whether it was deliberate, who or what did it, or whether people inside the country lost anything: most North Koreans have no access to this network. It is what one computer saw from outside.</source>
        <translation>고의인지, 누가 또는 무엇이 일으켰는지, 북한 안의 사람들이 무엇을 잃었는지는 알 수 없습니다. 북한 주민 대부분은 이 망을 쓸 수 없습니다. 컴퓨터 한 대가 밖에서 본 것입니다.</translation>
    </message>
    <message>
        <source>All that stopped share one address, and at least %1 others answer.</source>
        <translation>끊긴 곳이 모두 같은 주소이고, 다른 곳 최소 %1곳이 응답.</translation>
    </message>
    <message>
        <source>Only name servers stopped, and at least one site answers at its known address.</source>
        <translation>네임서버만 끊기고, 사이트 최소 1곳이 알려진 주소에서 응답.</translation>
    </message>
    <message>
        <source>Everything asked by one side stopped, in two layers, and nothing of the other side.</source>
        <translation>한쪽으로 점검한 것이 두 계층에서 모두 끊기고, 반대쪽은 끊기지 않음.</translation>
    </message>
    <message>
        <source>At least %1 times in %2 h at least half of the hosts stopped and came back, or all routes did.</source>
        <translation>%2시간 안에 호스트 절반 이상 또는 모든 경로가 최소 %1번 끊겼다 재개됨.</translation>
    </message>
    <message>
        <source>At least %1 hosts; a third of them with at least %2 % lost or slow checks in the 20 minutes before, one of them %3 min before; %4 strictly one after another; not as usual at that hour.</source>
        <translation>호스트 최소 %1개. 그중 3분의 1은 앞선 20분 동안 점검의 최소 %2%가 유실되거나 느렸고, 하나는 %3분 전부터 그랬음. %4곳이 확실히 차례로 끊김. 그 시간대의 평소 모습이 아님.</translation>
    </message>
    <message>
        <source>%1 to %2 % of the networks still had a route, by both sides, and the routes were marked invalid.</source>
        <translation>망의 %1~%2%에 양쪽 경로가 남아 있고, 경로가 무효로 표시됨.</translation>
    </message>
    <message>
        <source>Claimed only where %1 % of the start was seen and one of the known shapes fits.</source>
        <translation>시작의 %1%를 관측하고 알려진 양상에 들어맞을 때만 판단.</translation>
    </message>
    <message>
        <source>a proxy does not carry the questions to a name server</source>
        <translation>프록시로는 네임서버에 물을 수 없음</translation>
    </message>
    <message>
        <source>its address would have to be looked up from here</source>
        <translation>주소를 이곳에서 찾아야 함</translation>
    </message>
    <message>
        <source>mail is not asked through a proxy</source>
        <translation>프록시로는 메일을 점검하지 않음</translation>
    </message>
    <message>
        <source>a proxy does not carry pings</source>
        <translation>프록시로는 핑을 보낼 수 없음</translation>
    </message>
    <message>
        <source>a proxy does not carry traces</source>
        <translation>프록시로는 경로를 추적할 수 없음</translation>
    </message>
    <message>
        <source>observing only, nothing is sent</source>
        <translation>공개 자료만 보는 중, 보내는 것 없음</translation>
    </message>
    <message>
        <source>%1 a.m.</source>
        <translation>오전 %1</translation>
    </message>
    <message>
        <source>%1 p.m.</source>
        <translation>오후 %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>between %1 %2 and %3%4 %5 %6</source>
        <translation>%2 %1 ~ %5 %3%4 %6</translation>
    </message>
    <message>
        <source>between %1 and %2%3 %4 %5</source>
        <translation>%4 %1~%2%3 %5</translation>
    </message>
    <message>
        <source>at the latest at %1</source>
        <translation>늦어도 %1</translation>
    </message>
    <message>
        <source>at about %1</source>
        <translation>%1께</translation>
    </message>
    <message>
        <source>since at least %1</source>
        <translation>적어도 %1부터</translation>
    </message>
    <message>
        <source>since about %1</source>
        <translation>%1께부터</translation>
    </message>
    <message>
        <source>Nothing comes back %1, so nothing can be said about the sites. Checks go on.</source>
        <translation>%1 보낸 것이 하나도 돌아오지 않아 사이트에 대해 판단할 수 없습니다. 점검은 계속합니다.</translation>
    </message>
    <message>
        <source>Observing only.</source>
        <translation>공개 자료만 보는 중.</translation>
    </message>
    <message>
        <source>Nothing is sent; what happens meanwhile is not recorded.</source>
        <translation>아무것도 보내지 않으며, 그동안의 일은 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>More is asked than may be.</source>
        <translation>점검이 한도를 넘습니다.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Our own line is down</source>
        <translation>자체 회선 장애</translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>꺼짐: %1</translation>
    </message>
    <message>
        <source>%1 and one other</source>
        <translation>%1 외 1곳</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 외 %2곳</translation>
    </message>
    <message>
        <source>state now</source>
        <translation>현재 상태</translation>
    </message>
    <message>
        <source>state then</source>
        <translation>당시 상태</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation>+%1초</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4 Korea time.</source>
        <translation>%1: %2, 한국시간 %3~%4.</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>순서 없음</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>관측 안 됨</translation>
    </message>
    <message>
        <source>SIMULATED: </source>
        <translation>모의: </translation>
    </message>
    <message>
        <source>Router %1</source>
        <translation>라우터 %1</translation>
    </message>
    <message>
        <source>A router</source>
        <translation>라우터</translation>
    </message>
    <message>
        <source>%1 says that it may not pass this on: a router or firewall prohibits it.</source>
        <translation>%1: 라우터나 방화벽이 금지해 전달할 수 없다고 답했습니다.</translation>
    </message>
    <message>
        <source>%1 says that it knows no way there.</source>
        <translation>%1: 가는 길을 모른다고 답했습니다.</translation>
    </message>
    <message>
        <source>%1 says that it has passed too many routers: it went in circles.</source>
        <translation>%1: 라우터를 너무 많이 거쳤다고 답했습니다. 제자리를 돈 것입니다.</translation>
    </message>
    <message>
        <source>%1 says that nobody listens there.</source>
        <translation>%1: 받는 쪽이 없다고 답했습니다.</translation>
    </message>
    <message>
        <source>%1 sent it back.</source>
        <translation>%1: 되돌려 보냈습니다.</translation>
    </message>
    <message>
        <source>merged with %1</source>
        <translation>합침: %1</translation>
    </message>
    <message>
        <source>split at %1</source>
        <translation>%1에서 나눔</translation>
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
        <translation>뒷받침: %1</translation>
    </message>
    <message>
        <source>Speaks against: %1</source>
        <translation>어긋남: %1</translation>
    </message>
    <message>
        <source>Looks like: %1</source>
        <translation>양상: %1</translation>
    </message>
    <message>
        <source>Looks like: %1 (%2)</source>
        <translation>양상: %1 (%2)</translation>
    </message>
    <message>
        <source>%1: never down.</source>
        <translation>%1: 끊긴 적 없음.</translation>
    </message>
    <message>
        <source>%1: not answering for %2.</source>
        <translation>%1: %2 응답 없음.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start, at the latest</source>
        <translation>시작(늦어도)</translation>
    </message>
    <message>
        <source>End, all steady</source>
        <translation>끝(모두 안정)</translation>
    </message>
    <message>
        <source>Followed until</source>
        <translation>관측 종료</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Not over</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 현재</translation>
    </message>
    <message>
        <source>No site answered</source>
        <translation>모든 사이트 무응답</translation>
    </message>
    <message>
        <source>At least one did not</source>
        <translation>한 곳 이상 무응답</translation>
    </message>
    <message>
        <source>Until all steady</source>
        <translation>모두 안정될 때까지</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>뺌</translation>
    </message>
    <message>
        <source>%1, left out by hand</source>
        <translation>%1(사용자가 판단해 뺌)</translation>
    </message>
    <message>
        <source>steady after %1</source>
        <translation>안정까지 %1</translation>
    </message>
    <message>
        <source>until all steady: %1</source>
        <translation>모두 안정될 때까지: %1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>Lasted so far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>to %1, then out of sight</source>
        <translation>%1까지, 그 뒤 확인 불가</translation>
    </message>
    <message>
        <source>First to stop</source>
        <translation>처음 끊긴 곳</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>between two checks, or together</source>
        <translation>두 점검 사이거나 동시</translation>
    </message>
    <message>
        <source>%1, not over</source>
        <translation>%1, 진행 중</translation>
    </message>
    <message>
        <source>No incidents recorded since %1.</source>
        <translation>%1부터 기록된 사건 없음.</translation>
    </message>
    <message>
        <source>No incidents recorded.</source>
        <translation>기록된 사건 없음.</translation>
    </message>
    <message>
        <source>Results since %1 are not being saved.</source>
        <translation>%1 이후 결과가 저장되지 않고 있습니다.</translation>
    </message>
    <message>
        <source>Starting to watch</source>
        <translation>관측 시작 중</translation>
    </message>
    <message>
        <source>The first results are on their way.</source>
        <translation>첫 결과를 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>Not watching: paused by you</source>
        <translation>관측 안 함: 사용자가 멈춤</translation>
    </message>
    <message>
        <source>Nothing is sent until you start.</source>
        <translation>시작하기 전에는 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>서버 응답 %1</translation>
    </message>
    <message>
        <source>Since %1 (long-standing)</source>
        <translation>%1부터 (장기 무응답)</translation>
    </message>
    <message>
        <source>Last check: %1</source>
        <translation>마지막 점검: %1</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>모으는 중…</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>ICMP type %1, code %2</source>
        <translation>ICMP 유형 %1, 코드 %2</translation>
    </message>
    <message>
        <source>MARKED AS A FALSE ALARM: </source>
        <translation>오경보로 표시됨: </translation>
    </message>
    <message>
        <source>Left out by hand: %1.</source>
        <translation>사용자가 판단해 뺀 것: %1.</translation>
    </message>
    <message>
        <source>Reported elsewhere. Not measured by this program.</source>
        <translation>다른 보도·자료. 이 프로그램이 측정한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>About the record.</source>
        <translation>기록에 대하여.</translation>
    </message>
    <message>
        <source>Checking again, %1 failed so far</source>
        <translation>재확인 중 (지금까지 %1회 실패)</translation>
    </message>
    <message>
        <source>All %1 sites</source>
        <translation>사이트 %1곳 모두</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1, 그 밖에 %2곳</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>%1 of %2 test addresses answer</source>
        <translation>시험 주소 %2곳 중 %1곳 응답</translation>
    </message>
    <message>
        <source>Answered both of us</source>
        <translation>양쪽 모두에 응답</translation>
    </message>
    <message>
        <source>Answered neither of us</source>
        <translation>양쪽 모두 응답 없음</translation>
    </message>
    <message>
        <source>Answered us, not them</source>
        <translation>우리에게만 응답</translation>
    </message>
    <message>
        <source>Answered them, not us</source>
        <translation>상대에게만 응답</translation>
    </message>
    <message>
        <source>Seen by one of us only</source>
        <translation>한쪽만 관측</translation>
    </message>
    <message>
        <source>Seen by neither of us</source>
        <translation>양쪽 모두 관측 없음</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, %2에서 관측</translation>
    </message>
    <message>
        <source>%1, %2 % seen</source>
        <translation>%1, 관측 %2%</translation>
    </message>
    <message>
        <source>as ours</source>
        <translation>우리와 같음</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, %2 기록과 비교</translation>
    </message>
    <message>
        <source>never seen by both</source>
        <translation>함께 관측한 적 없음</translation>
    </message>
    <message>
        <source>SEEN BY %1</source>
        <translation>%1의 관측</translation>
    </message>
    <message>
        <source>This chart was made %1, from what was known then.</source>
        <translation>이 차트는 %1에 그때까지 알려진 것으로 만들었습니다.</translation>
    </message>
    <message>
        <source>%1 The record here says the same to this day.</source>
        <translation>%1 이곳의 기록은 지금도 같습니다.</translation>
    </message>
    <message>
        <source>%1 The record here says something else now: compare before you use it again.</source>
        <translation>%1 이곳의 기록은 이제 다릅니다. 다시 쓰기 전에 견줘 보세요.</translation>
    </message>
    <message>
        <source>%1 Nothing of that time is recorded here, so it cannot be compared.</source>
        <translation>%1 이곳에는 그 시간의 기록이 없어 견줄 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 It shows a simulation, nothing that was measured.</source>
        <translation>%1 모의이며 측정한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Upper row %1, later %2; lower row UTC</source>
        <translation>윗줄 %1, 나중 %2, 아랫줄 UTC</translation>
    </message>
    <message>
        <source>UTC+8:30</source>
        <translation>UTC+8:30</translation>
    </message>
    <message>
        <source>no silence seen</source>
        <translation>무응답 관측 없음</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>합쳐서 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>늦어도 %1</translation>
    </message>
    <message>
        <source>%1 stopped answering</source>
        <translation>%1 응답 끊김</translation>
    </message>
    <message>
        <source>%1 stopped answering first</source>
        <translation>%1 응답이 먼저 끊김</translation>
    </message>
    <message>
        <source>When each of them stopped answering, checked from %1 %2, %3</source>
        <translation>각각 응답이 끊긴 시각, %1에서 %2 점검, %3</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>순위 없음</translation>
    </message>
    <message>
        <source>%1: %2, at %3 %4 (%5 UTC).</source>
        <translation>%1: %2, %3 %4 (%5 UTC).</translation>
    </message>
    <message>
        <source>%1: %2, between %3 and %4 %5 (%6 and %7 UTC).</source>
        <translation>%1: %2, %3~%4 %5 사이 (%6~%7 UTC).</translation>
    </message>
    <message>
        <source>%1: %2, by %3 %4 (%5 UTC), its start was not observed.</source>
        <translation>%1: %2, 늦어도 %3 %4 (%5 UTC), 시작은 관측되지 않음.</translation>
    </message>
    <message>
        <source>Tinted: between the last answer and the failure that decides. A shared number: no order of all who have it can be told.</source>
        <translation>옅은 띠: 마지막 응답과 판정을 가른 실패 사이. 번호가 같으면 그 모두의 순서는 알 수 없음.</translation>
    </message>
    <message>
        <source>Half of the answers of %1 came within about %2&#xa0;ms, all within %3&#xa0;ms</source>
        <translation>%1 응답의 절반은 약 %2밀리초, 전부는 %3밀리초 안에 옴</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>No answer in this time.</source>
        <translation>이 시간에 응답 없음.</translation>
    </message>
    <message>
        <source>and %1 more, later or without a place in the order</source>
        <translation>그 밖에 %1곳, 나중이거나 순서 없음</translation>
    </message>
    <message>
        <source>Print, 180 × 101 mm at 300 dots an inch</source>
        <translation>인쇄, 180 × 101mm, 300dpi</translation>
    </message>
    <message>
        <source>Custom, %1 × %2</source>
        <translation>직접 지정, %1 × %2</translation>
    </message>
    <message>
        <source>%1; blocked on the network of the checks: %2</source>
        <translation>%1, 점검한 곳의 회선에서 차단됨: %2</translation>
    </message>
    <message>
        <source>How long a connection to %1 took, checked from %2 %3, %4</source>
        <translation>%1 연결에 걸린 시간, %2에서 %3 점검, %4</translation>
    </message>
    <message>
        <source>One of %1 computers that watched; the others are not shown.</source>
        <translation>관측한 컴퓨터 %1대 중 한 대의 기록이며 나머지는 싣지 않았습니다.</translation>
    </message>
    <message>
        <source>No line: no answer, or nobody looked.</source>
        <translation>선 없음: 응답이 없거나 관측하지 않음.</translation>
    </message>
    <message>
        <source>In what order %1 hosts stopped answering, as far as it can be told</source>
        <translation>호스트 %1개의 응답이 끊긴 순서(알 수 있는 데까지)</translation>
    </message>
    <message>
        <source>Which of %1 hosts stopped answering first cannot be told</source>
        <translation>호스트 %1개 중 어디가 먼저 끊겼는지 알 수 없음</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>%1, none seen to stop answering</source>
        <translation>%1, 응답이 끊긴 것이 관측되지 않음</translation>
    </message>
    <message>
        <source>%1, %2 of them silent for a time</source>
        <translation>%1, 그중 %2곳 한때 응답 없음</translation>
    </message>
    <message>
        <source>When it stopped answering, checked from %1 %2, %3</source>
        <translation>응답이 끊긴 시각, %1에서 %2 점검, %3</translation>
    </message>
    <message>
        <source>%1, between %2 and %3 %4</source>
        <translation>%1, %2~%3 %4 사이</translation>
    </message>
    <message>
        <source>Observe only: nothing is sent to North Korea. Public sources are asked only once you switch them on.</source>
        <translation>공개 자료만 보기: 북한으로 아무것도 보내지 않습니다. 공개 자료는 켠 뒤에만 묻습니다.</translation>
    </message>
    <message>
        <source>Nothing is sent to North Korea, so nothing new is seen of its sites.</source>
        <translation>북한으로 아무것도 보내지 않으므로 사이트를 새로 관측하지 않습니다.</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>보임</translation>
    </message>
    <message>
        <source>Partly visible</source>
        <translation>일부 보임</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>ROUTES, SEEN BY OTHERS (RIPE NCC RIS)</source>
        <translation>외부에서 본 경로 (RIPE NCC RIS)</translation>
    </message>
    <message>
        <source>Somebody on the way has answered for everybody since %1.</source>
        <translation>%1부터 중간에서 누군가 모두를 대신해 응답하고 있습니다.</translation>
    </message>
    <message>
        <source>This network is the same. What they answer is not believed, and counts against nobody.</source>
        <translation>망은 그대로입니다. 그 답은 믿지 않으며 상대의 무응답으로 치지도 않습니다.</translation>
    </message>
    <message>
        <source>Nobody on the way has answered for others since %1.</source>
        <translation>%1부터 중간에서 대신 응답하는 이가 없습니다.</translation>
    </message>
    <message>
        <source>This network is the same. What was usual here before is usual again.</source>
        <translation>망은 그대로입니다. 이전의 평소 값을 다시 씁니다.</translation>
    </message>
    <message>
        <source>Stopped %1.</source>
        <translation>끊김: %1.</translation>
    </message>
    <message>
        <source>What came after was not seen.</source>
        <translation>그 뒤는 관측되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing can be said about the sites meanwhile.</source>
        <translation>그동안 사이트에 대해 판단할 수 없습니다.</translation>
    </message>
    <message>
        <source>It was down since %1; that time is shown as a gap.</source>
        <translation>장애 시작 %1. 그 시간은 공백으로 표시됩니다.</translation>
    </message>
    <message>
        <source>What came after %1 was not seen.</source>
        <translation>%1 이후는 관측되지 않았다.</translation>
    </message>
    <message>
        <source>At least one was seen not to answer for %1.</source>
        <translation>적어도 한 곳이 응답하지 않은 것으로 관측된 시간: %1.</translation>
    </message>
    <message>
        <source>From the first failure on, at least one was seen not to answer for %1.</source>
        <translation>첫 실패부터 적어도 한 곳이 응답하지 않은 것으로 관측된 시간: %1.</translation>
    </message>
    <message>
        <source>when last seen, %1</source>
        <translation>마지막 관측 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 동안</translation>
    </message>
    <message>
        <source>%1 when last seen</source>
        <translation>%1(마지막 관측 기준)</translation>
    </message>
    <message>
        <source>no time went by: the clock of this computer was set ahead</source>
        <translation>흐르지 않은 시간입니다: 이 컴퓨터의 시계가 앞으로 맞춰졌습니다</translation>
    </message>
    <message>
        <source>%1 we can&apos;t tell of</source>
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
        <translation>응답 %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, which had stopped too, answered again by %2.</source>
        <translation>함께 응답하지 않던 %1 응답 재개: %2.</translation>
    </message>
    <message>
        <source>It answered again %1.</source>
        <translation>응답 재개: %1.</translation>
    </message>
    <message>
        <source>No site answered for %1.</source>
        <translation>어느 사이트도 응답하지 않은 시간 %1.</translation>
    </message>
    <message>
        <source>North Korean sites</source>
        <translation>북한 사이트</translation>
    </message>
    <message>
        <source>North Korean addresses</source>
        <translation>북한 주소</translation>
    </message>
    <message>
        <source>A North Korean site</source>
        <translation>북한 사이트 1곳</translation>
    </message>
    <message>
        <source>FALSE ALARM: </source>
        <translation>오경보: </translation>
    </message>
    <message>
        <source>Both %1</source>
        <translation>%1 2곳 모두</translation>
    </message>
    <message>
        <source>Route visible</source>
        <translation>경로 보임</translation>
    </message>
    <message>
        <source>Route partly visible</source>
        <translation>경로 일부 보임</translation>
    </message>
    <message>
        <source>Route partly visible or briefly gone</source>
        <translation>경로 일부 보임 또는 잠시 사라짐</translation>
    </message>
    <message>
        <source>Route briefly gone</source>
        <translation>경로 잠시 사라짐</translation>
    </message>
    <message>
        <source>Route gone</source>
        <translation>경로 사라짐</translation>
    </message>
    <message>
        <source>No route data</source>
        <translation>경로 자료 없음</translation>
    </message>
    <message>
        <source>public route collectors</source>
        <translation>공개 경로 수집기</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>gone %1, %2</source>
        <translation>사라짐 %1, %2</translation>
    </message>
    <message>
        <source>never gone, partly visible at times</source>
        <translation>사라진 적 없음, 때때로 일부 보임</translation>
    </message>
    <message>
        <source>never gone for 3 minutes or longer</source>
        <translation>3분 이상 사라진 적 없음</translation>
    </message>
    <message>
        <source>visible whenever somebody told of it</source>
        <translation>알려진 때마다 보임</translation>
    </message>
    <message>
        <source>known for %1 of the time</source>
        <translation>알려진 시간 %1</translation>
    </message>
    <message>
        <source>%1, not watched in this time, %2</source>
        <translation>%1, 이 시간에 관측 안 함, %2</translation>
    </message>
    <message>
        <source>Source: %1, checks from %2</source>
        <translation>자료: %1, %2에서 점검</translation>
    </message>
    <message>
        <source>Source: %1 checks with %2, from %3</source>
        <translation>자료: %1(%2 사용), %3에서 점검</translation>
    </message>
    <message>
        <source>%1; routes: %2.</source>
        <translation>%1, 경로: %2.</translation>
    </message>
    <message>
        <source>gone at %1</source>
        <translation>%1 사라짐</translation>
    </message>
    <message>
        <source>at one time or another did not answer</source>
        <translation>저마다 다른 때 응답 없었음</translation>
    </message>
    <message>
        <source>%1 or later</source>
        <translation>%1 또는 그 뒤</translation>
    </message>
    <message>
        <source>Blocks that answer pings</source>
        <translation>핑에 응답하는 블록</translation>
    </message>
    <message>
        <source>Blocks announced</source>
        <translation>공지된 블록</translation>
    </message>
    <message>
        <source>%1 of %2 other places could not reach them either (%3)</source>
        <translation>다른 지점 %2곳 중 %1곳에서도 접속 불가 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 other places reached them (%3)</source>
        <translation>다른 지점 %2곳 중 %1곳에서는 접속됨 (%3)</translation>
    </message>
    <message>
        <source>%1 other places were asked (%2), but none had reached them in the 36 h before</source>
        <translation>다른 지점 %1곳에 물었으나(%2) 앞선 36시간 동안 접속한 적이 있는 곳이 없음</translation>
    </message>
    <message>
        <source>%1, usually %2, never under %3</source>
        <translation>%1, 평소 %2, 최저 %3 이상</translation>
    </message>
    <message>
        <source>Watching by public sources: %1.</source>
        <translation>공개 자료로 관측 중: %1.</translation>
    </message>
    <message>
        <source>It learns this computer&apos;s address, or that of your proxy, and that KPWatch asks about %1.</source>
        <translation>이 컴퓨터나 프록시의 주소, KPWatch가 묻는다는 사실과 그 내용(%1)을 알게 됩니다.</translation>
    </message>
    <message>
        <source>Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net) and RIS Live</source>
        <translation>자료: RIPE NCC RIS, RIPEstat(stat.ripe.net)·RIS Live</translation>
    </message>
    <message>
        <source>Source: Globalping (jsDelivr), globalping.io</source>
        <translation>자료: Globalping(jsDelivr), globalping.io</translation>
    </message>
    <message>
        <source>Source: RIPE NCC, RIPE Atlas (atlas.ripe.net)</source>
        <translation>자료: RIPE NCC, RIPE Atlas(atlas.ripe.net)</translation>
    </message>
    <message>
        <source>Source: IODA, Internet Intelligence Lab, Georgia Tech (ioda.live). Copyright Georgia Tech Research Corporation, all rights reserved</source>
        <translation>자료: IODA, Internet Intelligence Lab, Georgia Tech(ioda.live). Copyright Georgia Tech Research Corporation, all rights reserved</translation>
    </message>
    <message>
        <source>Source: Cloudflare Radar (radar.cloudflare.com), CC BY-NC 4.0</source>
        <translation>자료: Cloudflare Radar(radar.cloudflare.com), CC BY-NC 4.0</translation>
    </message>
    <message>
        <source>Who sees a route to North Korea&apos;s network.</source>
        <translation>북한 망으로 가는 경로를 누가 보는지.</translation>
    </message>
    <message>
        <source>North Korea&apos;s network</source>
        <translation>북한 망</translation>
    </message>
    <message>
        <source>Changes within seconds; all routes every 10 minutes.</source>
        <translation>변화는 몇 초 안에, 전체 경로는 10분마다.</translation>
    </message>
    <message>
        <source>Asks the same addresses from up to 12 places in the world, when somebody stops answering, and twice a day to know who reaches them.</source>
        <translation>응답이 끊기면 세계 최대 12개 지점에서 같은 주소를 점검합니다. 평소에도 하루 두 번 어디서 접속되는지 확인합니다.</translation>
    </message>
    <message>
        <source>these sites, and when</source>
        <translation>이 사이트들과 묻는 시각</translation>
    </message>
    <message>
        <source>Its measurements are public. The sites see those places, not you.</source>
        <translation>측정 결과는 공개됩니다. 사이트에는 사용자가 아니라 그 지점들이 보입니다.</translation>
    </message>
    <message>
        <source>At once, after 5 and after 15 minutes; twice a day otherwise.</source>
        <translation>곧바로, 5분 뒤, 15분 뒤. 평소에는 하루 두 번.</translation>
    </message>
    <message>
        <source>Public measurements by RIPE Atlas probes, by the numbers you enter.</source>
        <translation>RIPE Atlas 프로브의 공개 측정, 적어 넣은 번호에 따름.</translation>
    </message>
    <message>
        <source>these measurements</source>
        <translation>이 측정들</translation>
    </message>
    <message>
        <source>Looked at every 15 minutes.</source>
        <translation>15분마다 확인합니다.</translation>
    </message>
    <message>
        <source>How many of North Korea&apos;s blocks are announced, and how many answer pings. The pings count only once they change from what is usual.</source>
        <translation>북한 주소 블록 가운데 공지된 수와 핑에 응답하는 수. 핑은 평소와 달라졌을 때만 근거로 삼습니다.</translation>
    </message>
    <message>
        <source>Its data may be shown with credit, and not passed on in bulk.</source>
        <translation>출처를 밝히면 자료를 보일 수 있으나 통째로 넘길 수 없습니다.</translation>
    </message>
    <message>
        <source>Steps of 5 and 10 minutes, some 20 minutes late; looked at every 10 minutes.</source>
        <translation>5분·10분 단위, 약 20분 늦음. 10분마다 확인합니다.</translation>
    </message>
    <message>
        <source>Another count of the blocks that are announced.</source>
        <translation>공지된 블록을 따로 센 자료.</translation>
    </message>
    <message>
        <source>The token tells Cloudflare who you are.</source>
        <translation>토큰으로 Cloudflare가 사용자를 알게 됩니다.</translation>
    </message>
    <message>
        <source>Its data are for non-commercial use (CC BY-NC 4.0). A newsroom that sells its work needs Cloudflare&apos;s consent to publish them.</source>
        <translation>비상업용 자료입니다(CC BY-NC 4.0). 유료로 기사를 내는 언론사가 실으려면 Cloudflare의 동의가 필요합니다.</translation>
    </message>
    <message>
        <source>Snapshots up to 2 hours old; looked at every 30 minutes.</source>
        <translation>최대 2시간 전 자료. 30분마다 확인합니다.</translation>
    </message>
    <message>
        <source>Of %1 other places asked at %2, %3 could not reach them either.</source>
        <translation>%2에 물은 다른 지점 %1곳 중 %3곳에서도 접속되지 않았습니다.</translation>
    </message>
    <message>
        <source>Of %1 other places asked at %2, %3 reached them.</source>
        <translation>%2에 물은 다른 지점 %1곳 중 %3곳에서는 접속됐습니다.</translation>
    </message>
    <message>
        <source>no answer since %1 KST: %2</source>
        <translation>%1 KST부터 응답 없음: %2</translation>
    </message>
    <message>
        <source>no answer yet: %1</source>
        <translation>아직 응답 없음: %1</translation>
    </message>
    <message>
        <source>stale, last answer %1</source>
        <translation>오래됨, 마지막 응답 %1</translation>
    </message>
    <message>
        <source>%1; left alone until %2 KST</source>
        <translation>%1, %2 KST까지 묻지 않음</translation>
    </message>
    <message>
        <source>Asked %1 times in the last 24 hours; at most %2, so %3 are left.</source>
        <translation>최근 24시간 동안 %1번 물음. 최대 %2번, 남은 횟수 %3번.</translation>
    </message>
    <message>
        <source>%1 (round %2 of 3).</source>
        <translation>%1 (3차 중 %2차).</translation>
    </message>
    <message>
        <source>Other places are asked again at %1 KST.</source>
        <translation>%1 KST에 다른 지점에 다시 묻습니다.</translation>
    </message>
    <message>
        <source>Asking other places.</source>
        <translation>다른 지점에 묻는 중.</translation>
    </message>
    <message>
        <source>%1 of %2 places agree, %3 KST</source>
        <translation>%2곳 중 %1곳도 같음, %3 KST</translation>
    </message>
    <message>
        <source>None of %1 places reaches %2, and none had in the 36 h before, %3 KST</source>
        <translation>%1곳 모두 %2 접속 불가, 앞선 36시간에도 접속한 곳 없음, %3 KST</translation>
    </message>
    <message>
        <source>None of %1 places reaches %2, %3 KST</source>
        <translation>%1곳 모두 %2 접속 불가, %3 KST</translation>
    </message>
    <message>
        <source>%1 of %2 places reach %3, %4 KST</source>
        <translation>%2곳 중 %1곳에서 %3 접속됨, %4 KST</translation>
    </message>
    <message>
        <source>Other places are asked at %1 KST.</source>
        <translation>%1 KST에 다른 지점에 묻습니다.</translation>
    </message>
    <message>
        <source>a name server</source>
        <translation>네임서버 한 곳</translation>
    </message>
    <message>
        <source>an address of theirs</source>
        <translation>북한의 한 주소</translation>
    </message>
    <message>
        <source>%1 of %2 places could not reach %3 either, %4 KST</source>
        <translation>%2곳 중 %1곳에서도 %3 접속 불가, %4 KST</translation>
    </message>
    <message>
        <source>%1 of %2 other places reach %3, %4 KST</source>
        <translation>다른 지점 %2곳 중 %1곳에서 %3 접속됨, %4 KST</translation>
    </message>
    <message>
        <source>From %1 of %2 other places asked through Globalping %3 could not be reached either at %4.</source>
        <translation>%4에는 Globalping으로 물은 다른 지점 %2곳 중 %1곳에서도 %3에 접속되지 않았다.</translation>
    </message>
    <message>
        <source>Of %1 other places asked at %2, %3 could not reach %4 either.</source>
        <translation>%2에 물은 다른 지점 %1곳 중 %3곳에서도 %4에 접속되지 않았습니다.</translation>
    </message>
    <message>
        <source>Of %1 other places asked at %2, %3 reached %4.</source>
        <translation>%2에 물은 다른 지점 %1곳 중 %3곳에서는 %4에 접속됐습니다.</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, and other places were asked only about %1</source>
        <translation>관측하는 모든 사이트. 이곳에서 접속 불가, 다른 지점에는 %1만 물음</translation>
    </message>
    <message>
        <source>%1 of %2 other places could not reach %3 either (%4)</source>
        <translation>다른 지점 %2곳 중 %1곳에서도 %3 접속 불가 (%4)</translation>
    </message>
    <message>
        <source>The one other place could not reach %1 either (%2)</source>
        <translation>다른 한 지점에서도 %1 접속 불가(%2)</translation>
    </message>
    <message>
        <source>%1 of %2 other places reached %3 (%4)</source>
        <translation>다른 지점 %2곳 중 %1곳에서는 %3 접속됨 (%4)</translation>
    </message>
    <message>
        <source>The one other place reached %1 (%2)</source>
        <translation>다른 한 지점에서는 %1 접속됨(%2)</translation>
    </message>
    <message>
        <source>%1 of %2 other places reach them, %3 KST</source>
        <translation>다른 지점 %2곳 중 %1곳 접속됨, %3 KST</translation>
    </message>
    <message>
        <source>Another network, AS%1, announced %2; %3 networks had its route at most</source>
        <translation>다른 망 AS%1 공지 %2, 그 경로를 가진 망 최대 %3개</translation>
    </message>
    <message>
        <source>AS%1 announced a part, %2; %3 networks had that route at most</source>
        <translation>AS%1 일부 공지 %2, 그 경로를 가진 망 최대 %3개</translation>
    </message>
    <message>
        <source>Other collectors saw the routes in %1 of %2 networks (%3)</source>
        <translation>다른 수집기에서는 망 %2개 중 %1개에서 경로가 보임 (%3)</translation>
    </message>
    <message>
        <source>Source: RouteViews, University of Oregon (routeviews.org)</source>
        <translation>자료: RouteViews, University of Oregon(routeviews.org)</translation>
    </message>
    <message>
        <source>What other collectors see of the same routes, as a cross-check.</source>
        <translation>같은 경로를 다른 수집기가 본 결과, 교차 확인용.</translation>
    </message>
    <message>
        <source>Once an hour, and when much changes.</source>
        <translation>한 시간에 한 번, 많이 바뀌면 그때.</translation>
    </message>
    <message>
        <source>visible throughout</source>
        <translation>줄곧 보임</translation>
    </message>
    <message>
        <source>visible in part throughout</source>
        <translation>줄곧 일부 보임</translation>
    </message>
    <message>
        <source>gone throughout</source>
        <translation>줄곧 사라짐</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>visible again by %1</source>
        <translation>%1까지 다시 보임</translation>
    </message>
    <message>
        <source>visible from %1</source>
        <translation>%1부터 보임</translation>
    </message>
    <message>
        <source>visible in part from %1</source>
        <translation>%1부터 일부 보임</translation>
    </message>
    <message>
        <source>gone by %1</source>
        <translation>%1까지 사라짐</translation>
    </message>
    <message>
        <source>no data from %1</source>
        <translation>%1부터 자료 없음</translation>
    </message>
    <message>
        <source>visible until %1</source>
        <translation>%1까지 보임</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>그 뒤 생략</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Routes via China</source>
        <translation>중국 쪽 경로</translation>
    </message>
    <message>
        <source>Routes via Russia</source>
        <translation>러시아 쪽 경로</translation>
    </message>
    <message>
        <source>Routes another way</source>
        <translation>다른 쪽 경로</translation>
    </message>
    <message>
        <source>While not watching (%1–%2 %3)</source>
        <translation>관측하지 않은 동안 (%1–%2 %3)</translation>
    </message>
    <message>
        <source>%1–%2 UTC</source>
        <translation>%1–%2 UTC</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Public routing data have nothing of that time.</source>
        <translation>공개 라우팅 자료에 그 시간의 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Public routing data have nothing of that time (%1).</source>
        <translation>공개 라우팅 자료에 그 시간의 기록이 없습니다 (%1).</translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>All routes were lost once within 6 h</source>
        <translation>6시간 안에 모든 경로가 1번 사라짐</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>counts alone</comment>
        <translation>%2곳 중 %1곳</translation>
    </message>
    <message>
        <source>answers</source>
        <comment>none of them</comment>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>answered</source>
        <comment>none of them</comment>
        <translation>응답 없었음</translation>
    </message>
    <message>
        <source>%1 outside voices</source>
        <translation>외부 자료 %1건</translation>
    </message>
    <message>
        <source>one block</source>
        <translation>블록 1개</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>블록 %1개</translation>
    </message>
    <message>
        <source>%1 computers</source>
        <translation>컴퓨터 %1대</translation>
    </message>
    <message>
        <source>Not watching</source>
        <comment>in the legend of a chart</comment>
        <translation>관측 공백</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>from, in a month</comment>
        <translation>yyyy년 M월 d일(ddd)</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <comment>from, in a year</comment>
        <translation>yyyy년 M월 d일(ddd)</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>to, in a month</comment>
        <translation>d일(ddd)</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>to, in a year</comment>
        <translation>M월 d일(ddd)</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>who, did not answer for, how long</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Your own resolver is asked for three made-up names at each start and on each new network, and every five minutes for the names of the sites: whoever runs it can see them.</source>
        <translation>시작할 때와 망이 바뀔 때마다 사용자의 DNS 서버에 지어낸 이름 세 개를 묻고, 5분마다 각 사이트의 이름을 묻습니다. 그 서버를 운영하는 쪽은 이를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>says there is no such name</source>
        <translation>없는 이름이라고 답함</translation>
    </message>
    <message>
        <source>says %1</source>
        <translation>답: %1</translation>
    </message>
    <message>
        <source>gives no address</source>
        <translation>주소를 주지 않음</translation>
    </message>
    <message>
        <source>Our resolver</source>
        <translation>사용자의 DNS 서버</translation>
    </message>
    <message>
        <source>for this name since %1, asked last at %2; evidence only, no check goes by it</source>
        <translation>%1부터 이 이름에 대해 이렇게 답함, 마지막 조회 %2. 참고 자료일 뿐 점검에는 쓰지 않음</translation>
    </message>
    <message>
        <source>nobody announces its address</source>
        <translation>그 주소를 알리는 망이 없습니다</translation>
    </message>
    <message>
        <source>it lies in %1</source>
        <translation>%1에 있습니다</translation>
    </message>
    <message>
        <source>%1 does not test the road it is for.</source>
        <translation>%1: 맡은 중간 구간을 시험하지 못합니다.</translation>
    </message>
    <message>
        <source>It should lie in AS%1; %2 (RIPEstat). Take it out of the watchlist, or put another in its place.</source>
        <translation>AS%1에 있어야 하는데, %2(RIPEstat). 관측 목록에서 빼거나 다른 것으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Nothing is sent to North Korea; what public sources say is recorded.</source>
        <translation>북한으로 아무것도 보내지 않으며, 공개 자료의 내용은 기록됩니다.</translation>
    </message>
    <message>
        <source>%1: visible.</source>
        <translation>%1: 보임.</translation>
    </message>
    <message>
        <source>%1: partly visible.</source>
        <translation>%1: 일부 보임.</translation>
    </message>
    <message>
        <source>%1: gone since %2.</source>
        <translation>%1: %2부터 사라짐.</translation>
    </message>
    <message>
        <source>%1: no data.</source>
        <translation>%1: 자료 없음.</translation>
    </message>
    <message>
        <source>Observing only: no route to their network is seen</source>
        <translation>공개 자료만 보는 중: 북한으로 가는 경로가 보이지 않음</translation>
    </message>
    <message>
        <source>gone %1 times, first at %2</source>
        <translation>%1번 사라짐, 처음은 %2</translation>
    </message>
    <message>
        <source>Taken back as a false alarm: %1</source>
        <translation>오경보로 취소함: %1</translation>
    </message>
    <message>
        <source>Not everybody could be told.</source>
        <translation>일부 알림을 보내지 못했습니다.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>ntfy</source>
        <translation>ntfy</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>슬랙</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>전자우편</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>its topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>its token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Sends what stopped or came back, since when, and the incident&apos;s number, as JSON to the address you give. Whoever runs that server learns it, and this computer&apos;s address.</source>
        <translation>무엇이 응답을 멈추거나 다시 응답했는지, 언제부터인지, 사건 번호를 JSON으로 지정한 주소에 보냅니다. 그 서버의 운영자는 이 내용과 이 컴퓨터의 주소를 알게 됩니다.</translation>
    </message>
    <message>
        <source>Sends the sentence and what stands beneath it to the server you name. Whoever knows the topic reads along, and the server learns this computer&apos;s address: choose a topic nobody would guess.</source>
        <translation>알림 문장과 그 아래 설명을 지정한 서버에 보냅니다. 토픽을 아는 사람은 누구나 읽을 수 있고, 서버는 이 컴퓨터의 주소를 알게 됩니다. 짐작하기 어려운 토픽을 고르세요.</translation>
    </message>
    <message>
        <source>Sends the sentence and what stands beneath it to one channel of your workspace (an “incoming webhook” of Slack). Slack learns it, and this computer&apos;s address.</source>
        <translation>알림 문장과 그 아래 설명을 워크스페이스의 한 채널에 보냅니다(슬랙의 ‘수신 웹훅’). 슬랙은 이 내용과 이 컴퓨터의 주소를 알게 됩니다.</translation>
    </message>
    <message>
        <source>Sends the sentence and what stands beneath it to the recipients you name. Your mail server learns it, and this computer&apos;s address; mail is kept where it passes.</source>
        <translation>알림 문장과 그 아래 설명을 지정한 받는 사람에게 보냅니다. 메일 서버는 이 내용과 이 컴퓨터의 주소를 알게 되며, 메일은 거쳐 가는 곳에 남습니다.</translation>
    </message>
    <message>
        <source>Messages leave %1, as the checks do; what runs on this computer is reached directly.</source>
        <translation>알림은 점검과 같은 길로 나갑니다(%1). 이 컴퓨터에서 실행 중인 서버에는 바로 연결합니다.</translation>
    </message>
    <message>
        <source>Messages leave straight from this computer. While you watch through a proxy, they leave through it as well.</source>
        <translation>알림은 이 컴퓨터에서 바로 나갑니다. 프록시를 거쳐 관측하는 동안에는 알림도 그 프록시를 거칩니다.</translation>
    </message>
    <message>
        <source>Enter its address.</source>
        <translation>주소를 입력하세요.</translation>
    </message>
    <message>
        <source>The address must begin with https://; http:// is for servers on this computer.</source>
        <translation>주소는 https://로 시작해야 합니다. http://는 이 컴퓨터의 서버에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>An address of Slack begins with https://hooks.slack.com/services/. For another service use the webhook.</source>
        <translation>슬랙 주소는 https://hooks.slack.com/services/로 시작합니다. 다른 서비스에는 웹훅을 쓰세요.</translation>
    </message>
    <message>
        <source>Enter a topic.</source>
        <translation>토픽을 입력하세요.</translation>
    </message>
    <message>
        <source>A topic is made of letters, digits, - and _, 64 at most.</source>
        <translation>토픽은 영문자, 숫자, -, _로 이루어지며 64자를 넘지 않습니다.</translation>
    </message>
    <message>
        <source>Enter the token, or switch off that the server wants one.</source>
        <translation>토큰을 입력하거나, 서버가 토큰을 요구한다는 표시를 끄세요.</translation>
    </message>
    <message>
        <source>Enter the name of your mail server, such as smtp.example.org.</source>
        <translation>메일 서버 이름을 입력하세요. 예: smtp.example.org</translation>
    </message>
    <message>
        <source>Enter the server&apos;s name alone, without // or a port.</source>
        <translation>//나 포트 없이 서버 이름만 입력하세요.</translation>
    </message>
    <message>
        <source>Without encryption mail goes only to a server on this computer: enter localhost, or choose TLS or STARTTLS.</source>
        <translation>암호화하지 않은 메일은 이 컴퓨터의 서버로만 보냅니다. localhost를 입력하거나 TLS 또는 STARTTLS를 고르세요.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535: 465 for TLS, 587 for STARTTLS.</source>
        <translation>포트는 1부터 65535까지의 수입니다. TLS는 465, STARTTLS는 587입니다.</translation>
    </message>
    <message>
        <source>Enter the password, or leave the user name empty if the server wants none.</source>
        <translation>비밀번호를 입력하거나, 서버가 요구하지 않으면 사용자 이름을 비우세요.</translation>
    </message>
    <message>
        <source>Enter the address it is sent from.</source>
        <translation>보내는 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>The sender is an address alone, such as desk@example.org.</source>
        <translation>보내는 사람은 주소만 입력합니다. 예: desk@example.org</translation>
    </message>
    <message>
        <source>Enter at least one recipient.</source>
        <translation>받는 사람을 한 명 이상 입력하세요.</translation>
    </message>
    <message>
        <source>Recipients are addresses alone, such as desk@example.org, with commas between them.</source>
        <translation>받는 사람은 주소만 쉼표로 나누어 입력합니다. 예: desk@example.org</translation>
    </message>
    <message>
        <source>%1 recipients at most: for more, use a mailing list.</source>
        <translation>받는 사람은 %1명까지입니다. 더 많으면 메일링 리스트를 쓰세요.</translation>
    </message>
    <message>
        <source>its server&apos;s name could not be looked up: see whether it is written right</source>
        <translation>서버 이름을 찾지 못함. 바르게 썼는지 확인하세요</translation>
    </message>
    <message>
        <source>its server could not be connected to: see whether address and port are right</source>
        <translation>서버에 연결하지 못함. 주소와 포트를 확인하세요</translation>
    </message>
    <message>
        <source>its server did not answer in time</source>
        <translation>서버가 제때 응답하지 않음</translation>
    </message>
    <message>
        <source>its server&apos;s certificate does not hold, so nothing was sent: somebody may be in between, or the name is not the one on the certificate</source>
        <translation>서버 인증서가 유효하지 않아 보내지 않음. 중간에 누가 있거나, 이름이 인증서와 다를 수 있습니다</translation>
    </message>
    <message>
        <source>its server offers no STARTTLS, so nothing was sent: try TLS, port 465</source>
        <translation>서버가 STARTTLS를 지원하지 않아 보내지 않음. TLS와 포트 465를 써 보세요</translation>
    </message>
    <message>
        <source>the connection to its server broke</source>
        <translation>서버와의 연결이 중단됨</translation>
    </message>
    <message>
        <source>its server turned the login away%1: look at user name, password or token</source>
        <translation>서버가 로그인을 거부함%1. 사용자 이름, 비밀번호나 토큰을 확인하세요</translation>
    </message>
    <message>
        <source>its server knows no such address%1: look at address or recipient</source>
        <translation>서버에 그런 주소가 없음%1. 주소나 받는 사람을 확인하세요</translation>
    </message>
    <message>
        <source>its server turned the message away%1</source>
        <translation>서버가 알림을 거부함%1</translation>
    </message>
    <message>
        <source>its server takes no messages at the moment%1</source>
        <translation>서버가 지금은 알림을 받지 않음%1</translation>
    </message>
    <message>
        <source>what was entered cannot be used, or something is missing</source>
        <translation>입력한 내용을 쓸 수 없거나 빠진 것이 있음</translation>
    </message>
    <message>
        <source>Not delivered since %1: %2.</source>
        <translation>%1부터 전달하지 못함: %2.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>%1에 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Messages given up: %1.</source>
        <translation>포기한 알림: %1건.</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>보내는 중…</translation>
    </message>
    <message>
        <source>Delivered at %1.</source>
        <translation>%1에 전달됨.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 is switched on, but %2 is not known.</source>
        <translation>%1 알림이 켜져 있지만 %2 정보가 없습니다.</translation>
    </message>
    <message>
        <source>TEST: this is how KPWatch tells you</source>
        <translation>시험: KPWatch는 이렇게 알립니다</translation>
    </message>
    <message>
        <source>Nothing has happened: you asked for a message to try.</source>
        <translation>아무 일도 없었습니다. 시험 알림을 요청하셨습니다.</translation>
    </message>
    <message>
        <source>The North Korean name server %1</source>
        <translation>북한 네임서버 %1</translation>
    </message>
    <message>
        <source>The North Korean address %1</source>
        <translation>북한 주소 %1</translation>
    </message>
    <message>
        <source>%1 was no longer watched from %2.</source>
        <translation>%1: %2부터 관측 대상에서 빠짐.</translation>
    </message>
    <message>
        <source>%1 of those that had stopped were no longer watched from %2.</source>
        <translation>이 가운데 %1곳은 %2부터 관측 대상에서 빠짐.</translation>
    </message>
    <message>
        <source>The others answered again %1.</source>
        <translation>나머지 응답 재개: %1.</translation>
    </message>
    <message>
        <source>, with an error page</source>
        <translation>, 오류 화면</translation>
    </message>
    <message>
        <source>, one with an error page</source>
        <translation>, 한 곳은 오류 화면</translation>
    </message>
    <message>
        <source>, %1 with an error page</source>
        <translation>, %1곳은 오류 화면</translation>
    </message>
    <message>
        <source>It answered again %1%2.</source>
        <translation>응답 재개: %1%2.</translation>
    </message>
    <message>
        <source>All answered again %1%2.</source>
        <translation>모두 응답 재개: %1%2.</translation>
    </message>
    <message>
        <source>The first of them answered again %1.</source>
        <translation>이 가운데 첫 응답 재개: %1.</translation>
    </message>
    <message>
        <source>It had answered at times in between.</source>
        <translation>그 사이 응답한 때도 있었음.</translation>
    </message>
    <message>
        <source>Some had answered at times in between.</source>
        <translation>그 사이 응답한 때도 있었음.</translation>
    </message>
    <message>
        <source>The last of what else had stopped answered again %1.</source>
        <translation>나머지의 응답 재개: %1.</translation>
    </message>
    <message>
        <source>None of %1 N. Korean sites</source>
        <translation>북한 사이트 %1곳 모두</translation>
    </message>
    <message>
        <source>N. Korean sites</source>
        <translation>북한 사이트</translation>
    </message>
    <message>
        <source>N. Korean name servers</source>
        <translation>북한 네임서버</translation>
    </message>
    <message>
        <source>%1 N. Korean addresses</source>
        <translation>북한 주소 %1개</translation>
    </message>
    <message>
        <source>The one other went on answering</source>
        <translation>다른 한 곳은 계속 응답함</translation>
    </message>
    <message>
        <source>It had no lost or slow checks in the 20 minutes before</source>
        <translation>직전 20분 동안 실패하거나 느린 점검이 없었음</translation>
    </message>
    <message>
        <source>The routes stayed, in one reading</source>
        <translation>경로가 유지됨, 자료 1건</translation>
    </message>
    <message>
        <source>Another network, AS%1, announced %2; one network had its route</source>
        <translation>다른 망 AS%1 공지 %2, 그 경로를 가진 망 1개</translation>
    </message>
    <message>
        <source>AS%1 announced a part, %2; one network had that route</source>
        <translation>AS%1 일부 공지 %2, 그 경로를 가진 망 1개</translation>
    </message>
    <message>
        <source>The one other place could not reach them either (%1)</source>
        <translation>다른 한 지점에서도 접속되지 않음(%1)</translation>
    </message>
    <message>
        <source>The one other place reached them (%1)</source>
        <translation>다른 한 지점에서는 접속됨(%1)</translation>
    </message>
    <message>
        <source>One other place was asked (%1), but it had not reached them in the 36 h before</source>
        <translation>다른 한 지점에 물었으나(%1) 그 전 36시간 동안 접속된 적이 없는 곳임</translation>
    </message>
    <message>
        <source>slow or patchy</source>
        <translation>느리거나 불안정</translation>
    </message>
    <message>
        <source>error page</source>
        <translation>오류 화면</translation>
    </message>
    <message>
        <source>error page (%1)</source>
        <translation>오류 화면(%1)</translation>
    </message>
    <message>
        <source>Slow spells and error pages in the hour before</source>
        <translation>시작 전 한 시간의 느린 구간과 오류 화면</translation>
    </message>
    <message>
        <source>and one more</source>
        <translation>외 1건</translation>
    </message>
    <message>
        <source>None was seen.</source>
        <translation>관측된 것 없음.</translation>
    </message>
    <message>
        <source>and once more</source>
        <translation>그 밖에 1번</translation>
    </message>
    <message>
        <source>Marked as a false alarm: %1</source>
        <translation>오경보로 표시됨: %1</translation>
    </message>
    <message>
        <source>MARKED BY HAND AS A FALSE ALARM.</source>
        <translation>사용자가 오경보로 표시함.</translation>
    </message>
    <message>
        <source>Another place?</source>
        <translation>장소가 바뀌었습니까?</translation>
    </message>
    <message>
        <source>Before your network changed you watched from %1.</source>
        <translation>망이 바뀌기 전의 관측 장소: %1.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>밀리초</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>회/분</translation>
    </message>
    <message>
        <source>Web sites are asked every</source>
        <translation>웹사이트 점검 간격</translation>
    </message>
    <message>
        <source>Name servers are asked every</source>
        <translation>네임서버 점검 간격</translation>
    </message>
    <message>
        <source>Routers and other ports are asked every</source>
        <translation>라우터와 그 밖의 포트 점검 간격</translation>
    </message>
    <message>
        <source>One address of each block of 256 is asked every</source>
        <translation>주소 256개 블록마다 한 주소의 점검 간격</translation>
    </message>
    <message>
        <source>Mail servers are asked every</source>
        <translation>메일 서버 점검 간격</translation>
    </message>
    <message>
        <source>Servers that test our own line are asked every</source>
        <translation>자체 회선 시험 서버 점검 간격</translation>
    </message>
    <message>
        <source>A connection is waited for</source>
        <translation>연결을 기다리는 시간</translation>
    </message>
    <message>
        <source>A whole page is waited for</source>
        <translation>페이지 전체를 기다리는 시간</translation>
    </message>
    <message>
        <source>A name server is waited for</source>
        <translation>네임서버를 기다리는 시간</translation>
    </message>
    <message>
        <source>After a first failure it is checked again after</source>
        <translation>첫 실패 뒤 재확인까지</translation>
    </message>
    <message>
        <source>In a block of 256 addresses at most this many checks</source>
        <translation>주소 256개 블록의 최대 점검 수</translation>
    </message>
    <message>
        <source>The same while a failure is looked into</source>
        <translation>실패를 살피는 동안의 최대 점검 수</translation>
    </message>
    <message>
        <source>In the whole country at most this many checks</source>
        <translation>나라 전체의 최대 점검 수</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>회</translation>
    </message>
    <message>
        <source>“Not answering” needs this many failed checks in a row</source>
        <translation>‘응답 없음’에 필요한 연속 실패</translation>
    </message>
    <message>
        <source>The same where nobody else is silent</source>
        <translation>혼자만 응답이 없을 때 필요한 연속 실패</translation>
    </message>
    <message>
        <source>From the first of them to the last it takes at least</source>
        <translation>그 처음부터 마지막까지 최소</translation>
    </message>
    <message>
        <source>“Answering” again needs this many answers</source>
        <translation>다시 ‘응답함’이 되는 데 필요한 응답 수</translation>
    </message>
    <message>
        <source>Our own line must be seen to work before and after, within</source>
        <translation>앞뒤로 자체 회선 정상이 확인돼야 하는 시간</translation>
    </message>
    <message>
        <source>An answer speaks for this many intervals</source>
        <translation>응답 하나가 유효한 간격 수</translation>
    </message>
    <message>
        <source>But never for longer than</source>
        <translation>다만 최대</translation>
    </message>
    <message>
        <source>“Slow or patchy” looks back over</source>
        <translation>‘느리거나 불안정’을 따지는 기간</translation>
    </message>
    <message>
        <source>“Slow” needs at least this many</source>
        <translation>‘느림’에 필요한 최소 점검</translation>
    </message>
    <message>
        <source>It is slower than usual by more than</source>
        <translation>평소보다 이만큼 넘게 느릴 때</translation>
    </message>
    <message>
        <source>And by more than this share of the usual (0.5 is half)</source>
        <translation>그리고 평소의 이 비율을 넘을 때(0.5는 절반)</translation>
    </message>
    <message>
        <source>“Patchy” needs at least this many tries</source>
        <translation>‘불안정’에 필요한 최소 시도 수</translation>
    </message>
    <message>
        <source>More is lost than on the way there, by</source>
        <translation>중간 구간보다 더 유실된 정도</translation>
    </message>
    <message>
        <source>points</source>
        <translation>%p</translation>
    </message>
    <message>
        <source>Headline and notifications wait for</source>
        <translation>제목과 알림을 미루는 시간</translation>
    </message>
    <message>
        <source>Who falls silent or comes back within this time belongs to it</source>
        <translation>이 시간 안에 끊기거나 돌아오면 같은 사건</translation>
    </message>
    <message>
        <source>Silent again within this time, it is the same incident</source>
        <translation>이 시간 안에 다시 끊기면 같은 사건</translation>
    </message>
    <message>
        <source>One site alone leaves the headline after</source>
        <translation>한 사이트만 무응답일 때 제목에서 빠지는 시점</translation>
    </message>
    <message>
        <source>h</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>The page came with status %1.</source>
        <translation>페이지의 상태 코드: %1.</translation>
    </message>
    <message>
        <source>The page came with status %1, its title: %2.</source>
        <translation>페이지의 상태 코드: %1, 제목: %2.</translation>
    </message>
    <message>
        <source>It answered %1, with authority.</source>
        <translation>권한 있는 응답: %1.</translation>
    </message>
    <message>
        <source>It answered %1, but not with authority.</source>
        <translation>권한 없는 응답: %1.</translation>
    </message>
    <message>
        <source>The way there was seen over %1 steps.</source>
        <translation>가는 길이 %1단계까지 보였습니다.</translation>
    </message>
    <message>
        <source>Its name was found at %1, after %2.</source>
        <translation>이름의 주소: %1 (%2 만에 찾음).</translation>
    </message>
    <message>
        <source>Connected after %1.</source>
        <translation>%1 만에 연결됐습니다.</translation>
    </message>
    <message>
        <source>Connected to %1 after %2.</source>
        <translation>%1에 %2 만에 연결됐습니다.</translation>
    </message>
    <message>
        <source>Encryption was agreed on after %1.</source>
        <translation>%1 만에 암호화가 맺어졌습니다.</translation>
    </message>
    <message>
        <source>The first byte came after %1.</source>
        <translation>첫 바이트까지 %1 걸렸습니다.</translation>
    </message>
    <message>
        <source>In all: %1, after %2.</source>
        <translation>결과: %1 (%2).</translation>
    </message>
    <message>
        <source>KCNA</source>
        <translation>조선중앙통신</translation>
    </message>
    <message>
        <source>Naenara</source>
        <translation>내나라</translation>
    </message>
    <message>
        <source>Air Koryo</source>
        <translation>고려항공</translation>
    </message>
    <message>
        <source>Foreign Ministry</source>
        <translation>외무성</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>외무성</translation>
    </message>
    <message>
        <source>Rodong Sinmun</source>
        <translation>노동신문</translation>
    </message>
    <message>
        <source>Rodong</source>
        <translation>노동신문</translation>
    </message>
    <message>
        <source>Voice of Korea</source>
        <translation>조선의 소리</translation>
    </message>
    <message>
        <source>VOK</source>
        <translation>조선의 소리</translation>
    </message>
    <message>
        <source>Committee for Cultural Relations</source>
        <translation>대외문화연락위원회</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>문화연락위</translation>
    </message>
    <message>
        <source>Kim Il Sung University</source>
        <translation>김일성종합대학</translation>
    </message>
    <message>
        <source>KISU</source>
        <translation>김일성대</translation>
    </message>
    <message>
        <source>Media Ryugyong</source>
        <translation>류경미디어</translation>
    </message>
    <message>
        <source>Ryugyong</source>
        <translation>류경미디어</translation>
    </message>
    <message>
        <source>DPRK web portal</source>
        <translation>북한 웹 포털</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>포털</translation>
    </message>
    <message>
        <source>ns1 of the sites</source>
        <translation>사이트 ns1</translation>
    </message>
    <message>
        <source>ns2 of the sites</source>
        <translation>사이트 ns2</translation>
    </message>
    <message>
        <source>Sites ns1</source>
        <translation>사이트 ns1</translation>
    </message>
    <message>
        <source>Sites ns2</source>
        <translation>사이트 ns2</translation>
    </message>
    <message>
        <source>Router 175.45.178.161</source>
        <translation>라우터 175.45.178.161</translation>
    </message>
    <message>
        <source>Router 175.45.177.1</source>
        <translation>라우터 175.45.177.1</translation>
    </message>
    <message>
        <source>Router .178</source>
        <translation>라우터 .178</translation>
    </message>
    <message>
        <source>Router .177</source>
        <translation>라우터 .177</translation>
    </message>
    <message>
        <source>Mail of star-co.net.kp (.56)</source>
        <translation>메일 star-co.net.kp (.56)</translation>
    </message>
    <message>
        <source>Mail of star-co.net.kp (.57)</source>
        <translation>메일 star-co.net.kp (.57)</translation>
    </message>
    <message>
        <source>Star mail 1</source>
        <translation>Star 메일 1</translation>
    </message>
    <message>
        <source>Star mail 2</source>
        <translation>Star 메일 2</translation>
    </message>
    <message>
        <source>Mail of silibank.net.kp</source>
        <translation>메일 silibank.net.kp</translation>
    </message>
    <message>
        <source>China Unicom resolver, Shandong</source>
        <translation>차이나유니콤 DNS, 산둥</translation>
    </message>
    <message>
        <source>China Unicom resolver, Tianjin</source>
        <translation>차이나유니콤 DNS, 톈진</translation>
    </message>
    <message>
        <source>TransTeleCom name server 1</source>
        <translation>트란스텔레콤 네임서버 1</translation>
    </message>
    <message>
        <source>TransTeleCom name server 2</source>
        <translation>트란스텔레콤 네임서버 2</translation>
    </message>
    <message>
        <source>Nobody, TCP</source>
        <translation>주인 없는 주소, TCP</translation>
    </message>
    <message>
        <source>Nobody, DNS</source>
        <translation>주인 없는 주소, DNS</translation>
    </message>
    <message>
        <source>Nobody, mail</source>
        <translation>주인 없는 주소, 메일</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>네임서버</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>메일 서버</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>라우터</translation>
    </message>
    <message>
        <source>Our line</source>
        <translation>자체 회선</translation>
    </message>
    <message>
        <source>The record cannot grow, the disk is full: free some space on that disk.</source>
        <translation>디스크가 꽉 차 기록을 쓸 수 없습니다. 디스크 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The record cannot be read or written, the disk reports an error: check the disk.</source>
        <translation>디스크 오류로 기록을 읽거나 쓸 수 없습니다. 디스크를 점검하세요.</translation>
    </message>
    <message>
        <source>The record cannot be written, it or its directory is read-only: make both writable for yourself.</source>
        <translation>기록이나 그 폴더가 읽기 전용이라 기록을 쓸 수 없습니다. 둘 다 쓸 수 있게 바꾸세요.</translation>
    </message>
    <message>
        <source>The record cannot be opened: check that its directory exists and is yours.</source>
        <translation>기록을 열 수 없습니다. 폴더가 있는지, 사용자의 것인지 확인하세요.</translation>
    </message>
    <message>
        <source>The record is damaged or is no history of KPWatch: keep its directory for salvage.</source>
        <translation>기록이 손상됐거나 KPWatch 기록이 아닙니다. 복구할 수 있도록 폴더를 보관하세요.</translation>
    </message>
    <message>
        <source>The record is locked by another program: end that program and try again.</source>
        <translation>다른 프로그램이 기록을 잠갔습니다. 그 프로그램을 끝내고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>%1 of %2 networks</source>
        <translation>망 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 led to another origin</source>
        <translation>%1개는 다른 출발지로</translation>
    </message>
    <message>
        <source>median %1 ms, usually %2 ms</source>
        <translation>중앙값 %1밀리초, 평소 %2밀리초</translation>
    </message>
    <message>
        <source>Both addresses answer</source>
        <translation>주소 2곳 모두 응답함</translation>
    </message>
    <message>
        <source>Both sites answer</source>
        <translation>사이트 2곳 모두 응답함</translation>
    </message>
    <message>
        <source>No outage was seen</source>
        <translation>무응답 구간 관측되지 않음</translation>
    </message>
    <message>
        <source>No outage of %1 was seen</source>
        <translation>%1: 무응답 구간 관측되지 않음</translation>
    </message>
    <message>
        <source>the %1 sites</source>
        <translation>사이트 %1곳</translation>
    </message>
    <message>
        <source>not over as of %1 (%2 so far)</source>
        <translation>%1 현재 진행 중 (지금까지 %2)</translation>
    </message>
    <message>
        <source>seen until %1 (%2)</source>
        <translation>%1까지 확인 (%2)</translation>
    </message>
    <message>
        <source>Precision: %1. Length: %2.</source>
        <translation>정확도: %1. 길이: %2.</translation>
    </message>
    <message>
        <source>Claimed by others: %1.</source>
        <translation>다른 곳의 주장: %1.</translation>
    </message>
    <message>
        <source>Fits trouble at one server or one address. Fits less well with trouble on the way there: others went on answering.</source>
        <translation>서버 한 대나 주소 하나의 문제와 들어맞습니다. 가는 길의 문제와는 덜 맞습니다. 다른 곳은 계속 응답했습니다.</translation>
    </message>
    <message>
        <source>Fits trouble at the name servers. Fits less well with trouble on the way there: a site answers at its known address. Who has to look up its name may not reach it all the same.</source>
        <translation>네임서버의 문제와 들어맞습니다. 가는 길의 문제와는 덜 맞습니다. 알려진 주소에서 응답하는 사이트가 있습니다. 그래도 이름을 찾아야 하는 사람은 접속하지 못할 수 있습니다.</translation>
    </message>
    <message>
        <source>Fits trouble on the way in by one side. Fits less well with trouble at the servers: what is reached by the other side went on answering.</source>
        <translation>한쪽으로 들어가는 길의 문제와 들어맞습니다. 서버의 문제와는 덜 맞습니다. 다른 쪽으로 접속하는 곳은 계속 응답했습니다.</translation>
    </message>
    <message>
        <source>Fits routes or lines that come and go. Fits less well with one lasting failure.</source>
        <translation>오락가락하는 경로나 회선과 들어맞습니다. 한 번에 죽 이어진 장애와는 덜 맞습니다.</translation>
    </message>
    <message>
        <source>Fits a load or a loss that grew before each gave way. Fits less well with one shared part that failed at a moment.</source>
        <translation>하나씩 응답이 끊기기 전에 부하나 손실이 커진 경우와 들어맞습니다. 함께 쓰는 한 부분이 한순간에 고장 난 경우와는 덜 맞습니다.</translation>
    </message>
    <message>
        <source>Fits one part that all of them share and that failed at a moment. Fits less well with a load that grows: then time-outs and single servers come first.</source>
        <translation>모두가 함께 쓰는 한 부분이 한순간에 고장 난 경우와 들어맞습니다. 부하가 커지는 경우와는 덜 맞습니다. 그때는 시간 초과와 개별 서버가 먼저 나타납니다.</translation>
    </message>
    <message>
        <source>Fits networks elsewhere that no longer accept the routes. Fits less well with trouble at the servers: other networks kept their way to them.</source>
        <translation>다른 곳의 망이 경로를 더는 받아들이지 않는 경우와 들어맞습니다. 서버의 문제와는 덜 맞습니다. 다른 망은 서버로 가는 길을 유지했습니다.</translation>
    </message>
    <message>
        <source>At least %1 hosts and %2 % of those that answered, in two layers, none answering; no two stopped surely more than %3 min apart.</source>
        <translation>호스트 최소 %1개이자 응답하던 곳의 %2%가 두 계층에서 끊기고, 응답한 곳 없음. 확실히 %3분 넘게 차이 나는 둘이 없음.</translation>
    </message>
    <message>
        <source>No site was watched in this time</source>
        <translation>이 시간에 관측한 사이트 없음</translation>
    </message>
    <message>
        <source>Seen from one computer</source>
        <translation>컴퓨터 한 대로 관측</translation>
    </message>
    <message>
        <source>Seen from one computer (%1)</source>
        <translation>컴퓨터 한 대로 관측(%1)</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <comment>from where it is seen; what more</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>asking elsewhere</source>
        <translation>다른 지점에 묻는 중</translation>
    </message>
    <message>
        <source>our own line works</source>
        <translation>자체 회선 정상</translation>
    </message>
    <message>
        <source>%1 and a half hours</source>
        <translation>%1시간 반</translation>
    </message>
    <message>
        <source>The last answer was seen at %1.</source>
        <translation>마지막 응답이 관측된 때: %1.</translation>
    </message>
    <message>
        <source>Not judged, for they are blocked on the network of this computer: %1.</source>
        <translation>이 컴퓨터의 회선에서 차단돼 판단하지 않은 사이트: %1.</translation>
    </message>
    <message>
        <source>Neither of 2 N. Korean sites</source>
        <translation>북한 사이트 2곳 모두</translation>
    </message>
    <message>
        <source>Last answer before</source>
        <translation>그 전 마지막 응답</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>관측되지 않음</translation>
    </message>
    <message>
        <source>Our own line has been down since %1</source>
        <translation>자체 회선 장애, %1부터</translation>
    </message>
    <message>
        <source>Our own line has worked again since %1</source>
        <translation>자체 회선 복구, %1</translation>
    </message>
    <message>
        <source>have not answered</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>has not answered</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>has answered</source>
        <comment>none of them</comment>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1, false alarm</source>
        <translation>%1, 오경보</translation>
    </message>
    <message>
        <source>%1, long-standing</source>
        <translation>%1, 장기 무응답</translation>
    </message>
    <message>
        <source>%1; steps of %2 min, some 20 min late</source>
        <translation>%1. %2분 단위, 약 20분 늦음</translation>
    </message>
    <message>
        <source>%1; snapshots up to 2 h old</source>
        <translation>%1. 최대 2시간 전 자료</translation>
    </message>
    <message>
        <source>%1; no live changes: %2</source>
        <translation>%1. 실시간 변경은 받지 못함: %2</translation>
    </message>
    <message>
        <source>At most %1 questions an hour and %2 a day.</source>
        <translation>한 시간에 최대 %1번, 하루에 최대 %2번 묻습니다.</translation>
    </message>
    <message>
        <source>Asking other places: %1 of %2 answers</source>
        <translation>다른 지점에 묻는 중: 응답 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Other places cannot be asked now: %1.</source>
        <translation>지금은 다른 지점에 물을 수 없음: %1.</translation>
    </message>
    <message>
        <source>their program was closed or paused, or nothing of that time was handed on</source>
        <translation>그쪽 프로그램이 꺼졌거나 멈춰 있었음, 또는 그 시간의 기록을 전달받지 못함</translation>
    </message>
    <message>
        <source>The record cannot be used: it may come from another version of KPWatch.</source>
        <translation>기록을 쓸 수 없습니다. 다른 버전의 KPWatch에서 만든 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>The record cannot be kept on that disk: choose a folder on a disk of this computer.</source>
        <translation>그 디스크에는 기록을 둘 수 없습니다. 이 컴퓨터 디스크의 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record was written by a newer KPWatch: it is read as far as it can be, and nothing is written. Use that version to go on.</source>
        <translation>더 새로운 KPWatch가 쓴 기록입니다. 읽을 수 있는 만큼만 읽고 아무것도 쓰지 않습니다. 이어 가려면 그 버전을 쓰세요.</translation>
    </message>
    <message>
        <source>The record was written by a newer KPWatch: use that version.</source>
        <translation>더 새로운 KPWatch가 쓴 기록입니다. 그 버전을 쓰세요.</translation>
    </message>
    <message>
        <source>The record is of an older KPWatch: start watching once with this version, which brings it up to date.</source>
        <translation>옛 KPWatch의 기록입니다. 이 버전으로 관측을 한 번 시작하면 새 형식으로 바뀝니다.</translation>
    </message>
    <message>
        <source>The record is damaged and could not be copied whole. Watching repairs it: start it, then try again.</source>
        <translation>기록이 손상되어 온전히 복사하지 못했습니다. 관측을 시작하면 복구합니다. 그런 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The record in %1 holds a check that cannot be handed on.</source>
        <translation>내보낼 수 없는 관측이 기록에 있습니다. 기록 위치: %1</translation>
    </message>
    <message>
        <source>%1 cannot be made or written: free some space on that disk.</source>
        <translation>%1: 만들거나 쓸 수 없습니다. 그 디스크의 공간을 비우세요.</translation>
    </message>
    <message>
        <source>%1 cannot be made or written: make its folder writable for yourself.</source>
        <translation>%1: 만들거나 쓸 수 없습니다. 그 폴더에 쓰기 권한을 주세요.</translation>
    </message>
    <message>
        <source>Another program already records into %2: end it first.</source>
        <translation>다른 프로그램이 이미 여기에 기록하고 있습니다: %2. 먼저 그 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>The program that records into %1 does not answer: change it there, or end it first.</source>
        <translation>여기에 기록하는 프로그램이 응답하지 않습니다: %1. 그 프로그램에서 바꾸거나 먼저 끝내세요.</translation>
    </message>
    <message>
        <source>What was seen lately could not be saved yet, and a change now would lose it. Change it once it is saved.</source>
        <translation>최근 관측을 아직 저장하지 못해, 지금 바꾸면 잃게 됩니다. 저장된 뒤에 바꾸세요.</translation>
    </message>
    <message>
        <source>%1 cannot be used: make it readable and writable for yourself, or move it away.</source>
        <translation>%1: 쓸 수 없습니다. 읽기와 쓰기 권한을 주거나 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>%1 could not be written: make room.</source>
        <translation>%1: 쓰지 못했습니다. 공간을 비우세요.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1: 쓸 수 없습니다. 다른 위치를 고르세요.</translation>
    </message>
    <message>
        <source>%1 cannot be written: is there room on that disk?</source>
        <translation>%1: 쓸 수 없습니다. 디스크에 공간이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation>%1: 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose another name.</source>
        <translation>%1: 폴더입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>%1 has to end in .jsonl or .csv, which chooses the format.</source>
        <translation>%1: 이름이 .jsonl이나 .csv로 끝나야 합니다. 그에 따라 형식이 정해집니다.</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read. Choose a PNG or JPEG.</source>
        <translation>%1: 읽을 수 있는 그림이 아닙니다. PNG나 JPEG를 고르세요.</translation>
    </message>
    <message>
        <source>No incident is called %1 any more.</source>
        <translation>이 이름의 사건이 이제 없습니다: %1</translation>
    </message>
    <message>
        <source>The incident %1 lasts longer than %2 days, which is too long for a pack.</source>
        <translation>사건 %1: %2일보다 오래 이어져 묶음으로 만들기에는 너무 깁니다.</translation>
    </message>
    <message>
        <source>The pack would hold “%2”, which is to stay here. Take it out of what was written by hand, then pack again.</source>
        <translation>밖으로 나가면 안 되는 “%2” 내용이 묶음에 들어갑니다. 직접 쓴 글에서 뺀 뒤 다시 묶으세요.</translation>
    </message>
    <message>
        <source>%1 is no evidence pack of KPWatch.</source>
        <translation>%1: KPWatch 증거 묶음이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not what was packed, and nothing was taken in. Ask for it again.</source>
        <translation>%1: 묶을 때 그대로가 아니어서 아무것도 가져오지 않았습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 is damaged, and nothing was taken in. Ask for it again.</source>
        <translation>%1: 손상되어 아무것도 가져오지 않았습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 does not say whose record it is, and nothing was taken in. Ask for it again.</source>
        <translation>%1: 누구의 기록인지 적혀 있지 않아 아무것도 가져오지 않았습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 holds no observations. Ask for it again.</source>
        <translation>%1: 관측이 없습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 says what was seen at a time that has not come yet, and nothing was taken in. Ask for it again.</source>
        <translation>%1: 아직 오지 않은 때의 관측이 있어 아무것도 가져오지 않았습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 holds “%2”, which has no place in a pack. Nothing was taken in.</source>
        <translation>%1: 묶음에 있을 수 없는 “%2” 항목이 있습니다. 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>These observations are your own. Your record has them already.</source>
        <translation>내가 관측한 것입니다. 이미 기록에 있습니다.</translation>
    </message>
    <message>
        <source>These observations are simulated, and your record holds real measurements.</source>
        <translation>모의 관측입니다. 내 기록에는 실제 측정만 들어갑니다.</translation>
    </message>
    <message>
        <source>These observations are real, and this record holds a simulation.</source>
        <translation>실제 관측입니다. 이 기록에는 모의 관측이 들어 있습니다.</translation>
    </message>
    <message>
        <source>Line %2 of %1 cannot be read. Each line is date,title,source, such as 2026-03-05,&quot;Something happened&quot;,Reuters.</source>
        <translation>%1: %2째 줄을 읽을 수 없습니다. 줄마다 date,title,source를 씁니다. 보기: 2026-03-05,&quot;Something happened&quot;,Reuters</translation>
    </message>
    <message>
        <source>%1 is no observation file of KPWatch.</source>
        <translation>%1: KPWatch 관측 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>A note needs words.</source>
        <translation>메모에 글이 있어야 합니다.</translation>
    </message>
    <message>
        <source>A note is at most %1 bytes long. Keep the rest elsewhere.</source>
        <translation>메모는 %1바이트까지 쓸 수 있습니다. 나머지는 다른 곳에 두세요.</translation>
    </message>
    <message>
        <source>A link begins with https:// or http:// and has no spaces.</source>
        <translation>링크는 https://나 http://로 시작하고 빈칸이 없어야 합니다.</translation>
    </message>
    <message>
        <source>Stopped: nothing was taken in.</source>
        <translation>중지함: 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>The record does not exist: start watching first, or name another directory.</source>
        <translation>기록이 없습니다. 먼저 관측을 시작하거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record does not exist: name a directory with a record.</source>
        <translation>기록이 없습니다. 기록이 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record does not exist: there is nothing yet to judge.</source>
        <translation>기록이 없습니다. 아직 판단할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The record is no history of KPWatch: name another directory.</source>
        <translation>KPWatch 기록이 아닙니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record is another program&apos;s database: choose another directory.</source>
        <translation>다른 프로그램의 데이터베이스입니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record was removed or moved while it was being written: put it back, or stop and start watching.</source>
        <translation>쓰는 동안 기록이 지워지거나 옮겨졌습니다. 제자리에 되돌리거나, 관측을 멈췄다가 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The record holds real measurements, a simulation must not be added: choose another directory.</source>
        <translation>실제 측정이 든 기록이라 모의 관측을 넣을 수 없습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record holds a simulation, real measurements must not be added: choose another directory.</source>
        <translation>모의 관측이 든 기록이라 실제 측정을 넣을 수 없습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The record is being copied to another folder; what is seen meanwhile is saved after it.</source>
        <translation>기록을 다른 폴더로 복사하는 중입니다. 그동안 관측한 것은 복사가 끝난 뒤 저장합니다.</translation>
    </message>
    <message>
        <source>Another program adds to the record at your request; what is seen meanwhile is saved after it.</source>
        <translation>요청에 따라 다른 프로그램이 기록에 더하는 중입니다. 그동안 관측한 것은 그 뒤에 저장합니다.</translation>
    </message>
    <message>
        <source>%1 is where the record is already: choose another folder</source>
        <translation>%1: 이미 기록이 있는 위치입니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>%1 is a copy of a record, which is only looked at: to go on with it, put it as history.db into a folder of its own and open that.</source>
        <translation>%1: 보기만 하는 기록 사본입니다. 이어 쓰려면 따로 둔 폴더에 history.db라는 이름으로 넣고 그 폴더를 여세요.</translation>
    </message>
    <message>
        <source>%1 is damaged or no record of KPWatch: make or ask for another copy.</source>
        <translation>%1: 손상되었거나 KPWatch 기록이 아닙니다. 사본을 새로 만들거나 다시 요청하세요.</translation>
    </message>
    <message>
        <source>%1 is a file, where the folder of the record should be: move it away.</source>
        <translation>%1: 기록 폴더가 있을 자리에 파일이 있습니다. 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>%1 is a copy of a record: judge in the record itself.</source>
        <translation>%1: 기록 사본입니다. 판단은 원래 기록에서 하세요.</translation>
    </message>
    <message>
        <source>%1 is a copy of a record: import into the record itself.</source>
        <translation>%1: 기록 사본입니다. 원래 기록으로 가져오세요.</translation>
    </message>
    <message>
        <source>The program that records into %1 took the edit and could not save it yet: its window says why.</source>
        <translation>여기에 기록하는 프로그램이 받았으나 아직 저장하지 못했습니다: %1. 까닭은 그 창에 나옵니다.</translation>
    </message>
    <message>
        <source>%1 could not be erased: make its folder writable for yourself and erase again.</source>
        <translation>%1: 지우지 못했습니다. 그 폴더에 쓰기 권한을 준 뒤 다시 지우세요.</translation>
    </message>
    <message>
        <source>%1 does not exist: check the path</source>
        <translation>%1: 없습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is no folder: choose another place</source>
        <translation>%1: 폴더가 아닙니다. 다른 위치를 고르세요.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: is it still there?</source>
        <translation>%1: 열 수 없습니다. 아직 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be made again: its entry does not say what it was made of</source>
        <translation>%1: 다시 만들 수 없습니다. 무엇으로 만들었는지 목록에 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be made again: its incident is not told any more</source>
        <translation>%1: 다시 만들 수 없습니다. 그 사건이 이제 없습니다.</translation>
    </message>
    <message>
        <source>It did not work. The program says of it:</source>
        <translation>되지 않았습니다. 프로그램이 말하는 까닭:</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <translation>%1, %2 고침</translation>
    </message>
    <message>
        <source>Weighed against the shape that comes nearest: “%1”.</source>
        <translation>가장 가까운 양상 “%1”에 비추어 본 근거입니다.</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>Began between %1 and %2</source>
        <translation>%1에서 %2 사이에 시작</translation>
    </message>
    <message>
        <source>Began %1</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>%1. Ended %2.</source>
        <translation>%1. %2 끝남.</translation>
    </message>
    <message>
        <source>%1. Lasted at least until %2.</source>
        <translation>%1. 적어도 %2까지 이어짐.</translation>
    </message>
    <message>
        <source>%1. When it ended was not said.</source>
        <translation>%1. 끝난 때는 언급 없음.</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (취소됨)</translation>
    </message>
    <message>
        <source>%1 and %2 more times</source>
        <translation>%1, 그 밖에 %2번 더</translation>
    </message>
    <message>
        <source>MARKED BY HAND AS A FALSE ALARM: no answer from %1.</source>
        <translation>사용자가 오경보로 표시함: 무응답 시작 %1.</translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4)</source>
        <translation>%1: %2, %3(%4)</translation>
    </message>
    <message>
        <source>the record of this time was damaged and could not be read back</source>
        <translation>이 시간의 기록이 손상되어 되살릴 수 없었습니다</translation>
    </message>
    <message>
        <source>The routes went, down to %1 %, around the time when the hosts did; which went first was not seen</source>
        <translation>경로가 호스트와 비슷한 때에 사라짐, 최저 %1%. 어느 쪽이 먼저인지는 관측되지 않음</translation>
    </message>
    <message>
        <source>the routes went around the same time; which went first was not seen</source>
        <translation>경로도 비슷한 때에 사라졌으나, 어느 쪽이 먼저인지는 관측되지 않음</translation>
    </message>
    <message>
        <source>The earlier record is damaged and being repaired; what it holds is listed here once it is back.</source>
        <translation>이전 기록이 손상되어 복구하는 중입니다. 그 안에 있는 것은 복구된 뒤 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>The log beside the record has grown to %1 MiB: another program keeps the record open; close it there. Nothing is lost, it only takes room.</source>
        <translation>기록 옆의 로그가 %1 MiB로 커졌습니다. 다른 프로그램이 기록을 열어 두고 있으니 그 프로그램에서 닫으세요. 잃는 것은 없고, 자리만 차지합니다.</translation>
    </message>
    <message>
        <source>The record was damaged and is kept as %1. What is seen now is saved in a new file; what can be salvaged is being brought back.</source>
        <translation>기록이 손상되어 다음 파일로 보관합니다: %1. 지금 관측하는 것은 새 파일에 저장되며, 건질 수 있는 것은 되살리는 중입니다.</translation>
    </message>
    <message>
        <source>The record was damaged, is kept, and could not be repaired yet: %1</source>
        <translation>손상된 기록은 보관되어 있으나 아직 복구하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The record was damaged and has been repaired: %1 checks are there again, %2 of %3 pages could not be read. The damaged file is kept as %4.</source>
        <translation>손상된 기록을 복구했습니다. 점검 %1건이 되살아났고, %3쪽 가운데 %2쪽은 읽지 못했습니다. 손상된 파일은 다음에 보관되어 있습니다: %4.</translation>
    </message>
    <message>
        <source>Nothing could be recovered from the record: it is damaged as a whole, or was none. It is kept as %1, and watching goes on in a new record.</source>
        <translation>기록에서 아무것도 되살리지 못했습니다. 전체가 손상됐거나 기록이 아니었습니다. 그 파일은 다음에 보관되어 있고, 관측은 새 기록으로 이어집니다: %1.</translation>
    </message>
    <message>
        <source>%1 is on %2, where two programs may not see each other&apos;s locks: choose a directory on a disk of this computer.</source>
        <translation>%1: %2에 있어 두 프로그램이 서로의 잠금을 보지 못할 수 있습니다. 이 컴퓨터의 디스크에 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>RIS Live: %1</source>
        <translation>RIS Live: %1</translation>
    </message>
    <message>
        <source>%1: seen by %2; called gone after 3 minutes of that.</source>
        <translation>%1: %2에서 보임, 3분 동안 이대로면 사라진 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Gone briefly</source>
        <translation>잠시 사라짐</translation>
    </message>
    <message>
        <source>what was seen at this time could not be saved, the disk refused it too long</source>
        <translation>이때 관측한 것을 디스크가 너무 오래 받아들이지 않아 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>%1 cannot be confirmed by this version of KPWatch, and nothing was taken in.</source>
        <translation>%1: 이 버전의 KPWatch로는 확인할 수 없어 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>Checking again</source>
        <translation>다시 점검 중</translation>
    </message>
    <message>
        <source>What was recorded earlier is shown again once it is repaired.</source>
        <translation>이전에 기록된 것은 복구된 뒤 다시 나옵니다.</translation>
    </message>
    <message>
        <source>No check is recent enough yet. A result takes a few minutes.</source>
        <translation>최근 점검 결과가 아직 없습니다. 결과까지 몇 분 걸립니다.</translation>
    </message>
    <message>
        <source>The earlier record is being repaired. A result takes a few minutes.</source>
        <translation>이전 기록을 복구하는 중입니다. 결과까지 몇 분 걸립니다.</translation>
    </message>
    <message>
        <source>It is damaged and being repaired; what it holds comes back by itself.</source>
        <translation>기록이 손상되어 복구하는 중입니다. 그 안에 있는 것은 저절로 돌아옵니다.</translation>
    </message>
    <message>
        <source>The earlier record is being repaired</source>
        <translation>이전 기록을 복구하는 중입니다</translation>
    </message>
    <message>
        <source>All had answered for a time in between.</source>
        <translation>그 사이 모두 응답한 때가 있었습니다.</translation>
    </message>
    <message>
        <source>End, at the latest</source>
        <translation>끝(늦어도)</translation>
    </message>
    <message>
        <source>over</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>end not seen</source>
        <translation>끝은 관측되지 않음</translation>
    </message>
    <message>
        <source>%1: no answer, beginning %2, %3; %4.</source>
        <translation>%1: 응답 없음, 시작 %2, %3; %4.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>다른 컴퓨터</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>%1 cannot be made or written. Check that its folder exists and can be written, or choose another one.</source>
        <translation>%1: 만들거나 쓸 수 없습니다. 폴더가 있고 쓸 수 있는지 확인하거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the record, which takes %2: free %4 more on the disk of %3.</source>
        <translation>기록의 사본을 둘 공간이 없습니다(필요한 공간: %2). 다음 디스크에서 더 비울 공간: %4. 위치: %3.</translation>
    </message>
    <message>
        <source>Stopped: the record was not copied.</source>
        <translation>멈췄습니다. 기록을 복사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopped: the record was not brought up to date.</source>
        <translation>멈췄습니다. 기록을 새 형식으로 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>The backup %1 did not become whole and was removed. The record may be damaged.</source>
        <translation>백업이 온전하지 않아 지웠습니다: %1. 기록이 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no room to repair the record, which takes %1: free %2 more on its disk.</source>
        <translation>기록을 복구할 공간이 없습니다(필요한 공간: %1). 그 디스크에서 더 비울 공간: %2.</translation>
    </message>
    <message>
        <source>Single checks can be kept for 1 to %1 months, or for ever.</source>
        <translation>개별 점검 보관 기간은 1~%1개월 또는 영구입니다.</translation>
    </message>
    <message>
        <source>%1 is a file, not the folder of a record: delete the file itself.</source>
        <translation>%1: 기록의 폴더가 아니라 파일입니다. 그 파일을 직접 지우세요.</translation>
    </message>
    <message>
        <source>The program that records into %1 did not make the copy: see what its window says, or end it and try again.</source>
        <translation>%1: 여기에 기록하는 프로그램이 사본을 만들지 않았습니다. 그 창의 안내를 보거나, 그 프로그램을 끝내고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>It only keeps the record open. End it first, and do this then.</source>
        <translation>그 프로그램은 기록을 열어 두고만 있습니다. 먼저 끝낸 다음에 하세요.</translation>
    </message>
    <message>
        <source>Its version of KPWatch does not know this change. Use the same version for both programs.</source>
        <translation>그 프로그램의 KPWatch 버전은 이 변경을 모릅니다. 두 프로그램을 같은 버전으로 쓰세요.</translation>
    </message>
    <message>
        <source>Its version of KPWatch does not know this judgement. Use the same version for both programs.</source>
        <translation>그 프로그램의 KPWatch 버전은 이 판단을 모릅니다. 두 프로그램을 같은 버전으로 쓰세요.</translation>
    </message>
    <message>
        <source>Another window of KPWatch watches. Change this there, or end it first.</source>
        <translation>KPWatch의 다른 창이 관측하고 있습니다. 그 창에서 바꾸거나 먼저 끝내세요.</translation>
    </message>
    <message>
        <source>This change is longer than 1 MiB.</source>
        <translation>이 변경은 1 MiB보다 깁니다.</translation>
    </message>
    <message>
        <source>The other program refused it.</source>
        <translation>다른 프로그램이 거부했습니다.</translation>
    </message>
    <message>
        <source>The list of events is missing in this program. Install it again.</source>
        <translation>이 프로그램에 같은 때 있었던 일의 목록이 없습니다. 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The list of reported outages is missing in this program. Install it again.</source>
        <translation>이 프로그램에 다른 보도·자료의 목록이 없습니다. 다시 설치하세요.</translation>
    </message>
    <message>
        <source>Its incident %1 is not told any more.</source>
        <translation>이 사건은 이제 없습니다: %1.</translation>
    </message>
    <message>
        <source>These observations are simulated, and would begin a record that is to hold real ones.</source>
        <translation>시뮬레이션한 관측으로 실제 관측의 기록을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no place for temporary files: make room on the disk of their folder, or make that writable for yourself.</source>
        <translation>임시 파일을 둘 곳이 없습니다. 임시 폴더가 있는 디스크의 공간을 비우거나 그 폴더에 쓰기 권한을 주세요.</translation>
    </message>
    <message>
        <source>“%1” is no way out. Write the address and port of a SOCKS proxy, such as socks5h://127.0.0.1:9050.</source>
        <translation>“%1”: 쓸 수 없는 경로입니다. socks5h://127.0.0.1:9050처럼 SOCKS 프록시의 주소와 포트를 적으세요.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1: 비어 있습니다.</translation>
    </message>
    <message>
        <source>%1 is damaged or no pack of KPWatch, and nothing was taken in. Ask for it again.</source>
        <translation>%1: 손상되었거나 KPWatch의 묶음이 아니어서 아무것도 가져오지 않았습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 cannot be taken in. Ask for it again.</source>
        <translation>%1: 가져올 수 없습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1: 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read.</source>
        <translation>%1번째 줄을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Some of its lines cannot be read.</source>
        <translation>읽을 수 없는 줄이 있습니다.</translation>
    </message>
    <message>
        <source>%1 did not become the same as its original: check the disk.</source>
        <translation>%1: 원본과 같지 않습니다. 디스크를 점검하세요.</translation>
    </message>
    <message>
        <source>%1 is not yet repaired: the next start goes on with it.</source>
        <translation>%1: 아직 복구하지 못했습니다. 다음에 시작할 때 이어서 합니다.</translation>
    </message>
    <message>
        <source>%1 has no room for what can be salvaged: free %2 more on its disk.</source>
        <translation>%1: 되살릴 것을 둘 공간이 없습니다. 그 디스크에서 더 비울 공간: %2.</translation>
    </message>
    <message>
        <source>Another program already repairs the record in %1: let it finish, or end it first.</source>
        <translation>다른 프로그램이 이미 이 기록을 복구하고 있습니다: %1. 끝날 때까지 기다리거나 먼저 그 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>The program that records into %1 does not step aside: %2</source>
        <translation>%1: 여기에 기록하는 프로그램이 기록을 내주지 않습니다. %2</translation>
    </message>
    <message>
        <source>%1 has been made a thousand times: choose another name</source>
        <translation>%1: 이미 천 번 만들었습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>%1 would be erased with the record: choose another folder</source>
        <translation>%1: 기록과 함께 지워질 곳입니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>(process %1)</source>
        <translation>(프로세스 %1)</translation>
    </message>
    <message>
        <source>another program is writing it</source>
        <translation>다른 프로그램이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>it holds no %1</source>
        <translation>다음이 들어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>디스크에 남은 공간이 없음</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량 초과</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않은 작업</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>그런 파일이나 폴더가 없음</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>폴더가 아님</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>열린 파일이 너무 많음</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>시스템에 열린 파일이 너무 많음</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큼</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>파일 이름이 너무 김</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>파일이 이미 있음</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>장치나 자원이 사용 중</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>그런 장치가 없음</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>그런 장치나 주소가 없음</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>더는 유효하지 않은 파일 핸들</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>연결 시간 초과</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>파일 시스템과 연결이 끊김</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>심볼릭 링크가 너무 많이 이어짐</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>실행 중인 파일</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>잘못된 인수</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>알려진 이유 없음</translation>
    </message>
    <message>
        <source>The record was moved or removed while it was being written, and has been put back into %1. If its folder went, its backups and all else that lay in it went along.</source>
        <translation>쓰는 동안 기록이 옮겨지거나 지워져 다시 갖다 놓았습니다. 지금 위치: %1. 폴더째 옮겨지거나 지워졌다면 백업과 그 안의 나머지도 함께 옮겨지거나 지워졌습니다.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>회</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>배</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>회</translation>
    </message>
    <message>
        <source>The record of %1 covers hardly any of this time</source>
        <translation>%1: 이 기간은 거의 파악되지 않음</translation>
    </message>
    <message>
        <source>The record of %1 covers only %2 of this time</source>
        <translation>%1: 이 기간의 %2만 파악됨</translation>
    </message>
    <message>
        <source>%1 Back %2.</source>
        <comment>when it stopped; when</comment>
        <translation>%1 응답 재개: %2.</translation>
    </message>
    <message>
        <source>Not yet: %1.</source>
        <translation>아직 응답 없음: %1.</translation>
    </message>
    <message>
        <source>Both North Korean sites</source>
        <translation>북한 사이트 2곳 모두</translation>
    </message>
    <message>
        <source>All %1 North Korean sites</source>
        <translation>북한 사이트 %1곳 모두</translation>
    </message>
    <message>
        <source>All %1 N. Korean sites</source>
        <translation>북한 사이트 %1곳 모두</translation>
    </message>
    <message>
        <source>The %1 North Korean sites that had stopped</source>
        <translation>응답 없던 북한 사이트 %1곳</translation>
    </message>
    <message>
        <source>%1 N. Korean sites</source>
        <translation>북한 사이트 %1곳</translation>
    </message>
    <message>
        <source>%1 answered again by %2; %3 not yet</source>
        <translation>%1 %2까지 다시 응답, %3 아직 응답 없음</translation>
    </message>
    <message>
        <source>others</source>
        <translation>다른 곳</translation>
    </message>
    <message>
        <source>%1 answered again; %2 not yet</source>
        <translation>%1 다시 응답, %2 아직 응답 없음</translation>
    </message>
    <message>
        <source>%1 answers again, but not yet %2</source>
        <translation>%1 다시 응답, %2 아직 응답 없음</translation>
    </message>
    <message>
        <source>The %1 sites that had stopped</source>
        <translation>응답 없던 사이트 %1곳</translation>
    </message>
    <message>
        <source>%1 answer again, but not yet %2</source>
        <translation>%1 다시 응답, %2 아직 응답 없음</translation>
    </message>
    <message>
        <source>%1 name server</source>
        <translation>네임서버 %1대</translation>
    </message>
    <message>
        <source>%1 name servers</source>
        <translation>네임서버 %1대</translation>
    </message>
    <message>
        <source>%1 mail server</source>
        <translation>메일 서버 %1대</translation>
    </message>
    <message>
        <source>%1 mail servers</source>
        <translation>메일 서버 %1대</translation>
    </message>
    <message>
        <source>%1 router</source>
        <translation>라우터 %1대</translation>
    </message>
    <message>
        <source>%1 routers</source>
        <translation>라우터 %1대</translation>
    </message>
    <message>
        <source>%1 address</source>
        <translation>주소 %1개</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>다른 %1곳</translation>
    </message>
    <message>
        <source>The routes were back by %1.</source>
        <translation>%1까지 경로 다시 나타남.</translation>
    </message>
    <message>
        <source>%1 did not answer either.</source>
        <translation>%1도 응답 없었음.</translation>
    </message>
    <message>
        <source>%1 has not answered either.</source>
        <translation>%1도 응답 없음.</translation>
    </message>
    <message>
        <source>%1 have not answered either.</source>
        <translation>%1도 응답 없음.</translation>
    </message>
    <message>
        <source>%1, one of them for at least %2</source>
        <translation>%1, 이 가운데 한 곳은 최소 %2</translation>
    </message>
    <message>
        <source>blocked there</source>
        <translation>그쪽에서 차단됨</translation>
    </message>
    <message>
        <source>%1 blocked here</source>
        <translation>여기서 %1곳 차단됨</translation>
    </message>
    <message>
        <source>Blocked on the network of the checks: %1</source>
        <translation>점검한 곳의 회선에서 차단됨: %1</translation>
    </message>
    <message>
        <source>Blocked on the network it was checked from</source>
        <translation>점검한 곳의 회선에서 차단됨</translation>
    </message>
    <message>
        <source>blocked on the network it was checked from</source>
        <translation>점검한 곳의 회선에서 차단됨</translation>
    </message>
    <message>
        <source>%1 (less than a minute apart)</source>
        <translation>%1 (1분 미만 차이)</translation>
    </message>
    <message>
        <source>%1 (less than an hour apart)</source>
        <translation>%1 (1시간 미만 차이)</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, 지금은 %3</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>not over</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>never</source>
        <translation>관측되지 않음</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>없었음</translation>
    </message>
    <message>
        <source>a false alarm</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Order of the failure</source>
        <translation>장애의 순서</translation>
    </message>
    <message>
        <source>Middle response time</source>
        <translation>응답 시간 중앙값</translation>
    </message>
    <message>
        <source>Highest response time</source>
        <translation>최대 응답 시간</translation>
    </message>
    <message>
        <source>Left out by hand</source>
        <translation>사용자가 판단해 뺀 것</translation>
    </message>
    <message>
        <source>Window set by hand</source>
        <translation>사용자가 정한 시간대</translation>
    </message>
    <message>
        <source>Marked by hand</source>
        <translation>사용자의 표시</translation>
    </message>
    <message>
        <source>Blocked here</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>Not when last seen at %1: %2.</source>
        <translation>%1 마지막 관측 때 응답 없음: %2.</translation>
    </message>
    <message>
        <source>%1 answered again by %2; %3 not when last seen</source>
        <translation>%1 %2까지 다시 응답, %3 마지막 관측 때 응답 없음</translation>
    </message>
    <message>
        <source>%1 answered again; %2 not when last seen</source>
        <translation>%1 다시 응답, %2 마지막 관측 때 응답 없음</translation>
    </message>
    <message>
        <source>%1 answered again, %2 not when last seen</source>
        <translation>%1 다시 응답, %2 마지막 관측 때 응답 없음</translation>
    </message>
    <message>
        <source>This covers %1–%2 %3; the minutes after that were too recent to be asked about.</source>
        <translation>%1–%2 %3에 대한 답입니다. 그 뒤 몇 분은 너무 최근이어서 묻지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was seen not to answer for %2.</source>
        <translation>%1: 응답하지 않은 것으로 관측된 시간 %2.</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>무응답</translation>
    </message>
    <message>
        <source>%1, before this silence</source>
        <translation>%1, 이번 무응답 이전</translation>
    </message>
    <message>
        <source>all watched sites; not reachable from here, others last asked before this silence</source>
        <translation>관측하는 모든 사이트. 이곳에서 접속 불가, 다른 지점에는 이번 무응답 전에만 물음</translation>
    </message>
    <message>
        <source>Says neither: %1</source>
        <translation>어느 쪽도 아님: %1</translation>
    </message>
    <message>
        <source>In the last hour %1 times; at most %2, so %3 are left.</source>
        <translation>지난 한 시간 동안 %1번. 최대 %2번, 남은 횟수 %3번.</translation>
    </message>
    <message>
        <source>N. Korea&apos;s %1 site</source>
        <translation>북한 %1 사이트</translation>
    </message>
    <message>
        <source>The other one answered again %1.</source>
        <translation>나머지 하나 응답 재개: %1.</translation>
    </message>
    <message>
        <source>From the first failure on, %1, it has been %2.</source>
        <translation>첫 실패: %1, 그때부터 지금까지 %2.</translation>
    </message>
    <message>
        <source>Not all of that time was seen.</source>
        <translation>그 시간이 모두 관측된 것은 아니다.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>hours, and minutes</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>1분 미만</translation>
    </message>
    <message>
        <source>one is being checked for the first time</source>
        <translation>1곳 첫 점검 중</translation>
    </message>
    <message>
        <source>%1 are being checked for the first time</source>
        <translation>%1곳 첫 점검 중</translation>
    </message>
    <message>
        <source>%1, first sign</source>
        <translation>%1, 첫 신호</translation>
    </message>
    <message>
        <source>Another record lies in %1 now, and watching goes on in it. What was saved until %2 is in the file that lay there before: to go on with that one, stop watching, put it back and start again. The two cannot be joined.</source>
        <translation>기록이 있던 자리에 다른 기록이 놓여 거기에 이어서 관측합니다. 위치: %1. 앞의 기록에 마지막으로 저장한 때: %2. 그때까지 저장한 것은 전에 그 자리에 있던 파일에 있습니다. 그 파일로 이어 가려면 관측을 멈추고 파일을 제자리에 되돌린 다음 다시 시작하세요. 둘을 합칠 수는 없습니다.</translation>
    </message>
    <message>
        <source>The record cannot be read now, it was removed or moved or is out of reach: put it back.</source>
        <translation>지금은 기록을 읽을 수 없습니다. 지워졌거나 옮겨졌거나 접근할 수 없는 곳에 있습니다. 제자리에 되돌리세요.</translation>
    </message>
    <message>
        <source>%1, not seen to stop answering</source>
        <translation>%1, 응답이 끊긴 것이 관측되지 않음</translation>
    </message>
    <message>
        <source>%1, gone for a time</source>
        <translation>%1, 한때 사라짐</translation>
    </message>
    <message>
        <source>%1, silent for a time</source>
        <translation>%1, 한때 응답 없음</translation>
    </message>
    <message>
        <source>Since %1 another record lies in its place, and this window shows that one.</source>
        <translation>%1 이후 그 자리에는 다른 기록이 놓여 있으며, 이 창은 그 기록을 보여 줍니다.</translation>
    </message>
    <message>
        <source>at some point did not answer</source>
        <translation>저마다 다른 때 응답 없었음</translation>
    </message>
    <message>
        <source>shown from %1 to %2, silences that lie outside told apart</source>
        <translation>%1 ~ %2 구간을 보여 줌, 그 밖의 무응답은 따로 다룸</translation>
    </message>
    <message>
        <source>Not all of them were seen to answer again.</source>
        <translation>모두 다시 응답한 것은 관측되지 않았습니다.</translation>
    </message>
    <message>
        <source>All of them answered again %1%2.</source>
        <translation>모두 응답 재개: %1%2.</translation>
    </message>
    <message>
        <source>Left out by hand, outside the story&apos;s window: silences of %1.</source>
        <translation>사람이 정한 이야기 범위 밖이라 뺀 무응답: %1.</translation>
    </message>
    <message>
        <source>%1 in one case</source>
        <translation>한 곳은 %1</translation>
    </message>
    <message>
        <source>and a row of routes</source>
        <translation>그 밖에 경로 한 줄</translation>
    </message>
    <message>
        <source>and %1 rows of routes</source>
        <translation>그 밖에 경로 %1줄</translation>
    </message>
    <message>
        <source>%1, not seen to go</source>
        <translation>%1, 사라진 것이 관측되지 않음</translation>
    </message>
    <message>
        <source>%1, %2 of them gone for a time</source>
        <translation>%1, 그중 %2줄 한때 사라짐</translation>
    </message>
    <message>
        <source>and %1 more, also number %2</source>
        <translation>그 밖에 %1곳, 모두 번호 %2</translation>
    </message>
    <message>
        <source>and %1 more, %2 of them also number %3</source>
        <translation>그 밖에 %1곳, 그중 %2곳도 번호 %3</translation>
    </message>
</context>
</TS>
