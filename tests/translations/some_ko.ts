<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>words</name>
    <message>
        <source>en</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy년 M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>SITES</source>
        <translation>사이트</translation>
    </message>
</context>
<context>
    <name>kpwatch::FindDialog</name>
    <message numerus="yes">
        <source>%n stretches</source>
        <translation><numerusform>%n건</numerusform></translation>
    </message>
</context>
</TS>
