// SPDX-License-Identifier: GPL-3.0-or-later
// When something happened, as Korean copy says it: the Korean brother of wire_time.h, with the same ranges and the same
// rounding. Any thread.
#pragma once

#include "app/words/wire_time.h"

namespace kpwatch::words::korean {

// "3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 1시 38~41분)", "3월 5일(목) 오전 10시 38분께(...)" within one
// minute, "늦어도 3월 5일(목) 오전 10시 41분(...)" if its begin was not observed.
QString whenChanged(const Onset& onset, UtcTime asOf, CopyStyle style);
// With 부터: "3월 5일(목) 오전 10시 40분께(...)부터", "적어도 3월 5일(목) 오전 10시 41분(...)부터".
QString sinceWhen(const Onset& onset, UtcTime asOf, CopyStyle style);
QString atMoment(UtcTime time, UtcTime asOf, CopyStyle style);
// "오전 10시 40분(한국시간)", of an alert; of another day than today's with that, "3월 5일(목) 오전 10시
// 40분(한국시간)".
QString clockOf(UtcTime time, UtcTime asOf, CopyStyle style);
// The same, for 부터: with 늦어도 if it began unseen.
QString sinceClock(const Onset& onset, UtcTime asOf, CopyStyle style);
// "8시간 10분", "3일 4시간", "1분 미만".
QString duration(std::chrono::milliseconds length);

} // namespace kpwatch::words::korean
