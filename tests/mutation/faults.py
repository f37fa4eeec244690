# SPDX-License-Identifier: GPL-3.0-or-later
"""Deliberate faults, and the tests that must notice.

Each is a file, a piece of it that stands there once with what is replaced between « and » (an expression, or statements
that end in a semicolon), what stands in its place, and tests. Take a mistake that somebody could make: a sign, a bound, a
condition forgotten, the wrong of two values.
"""

JUDGE = "tst_judge tst_scenarios tst_own_side tst_still_found"
INCIDENT = "tst_fold tst_grouping tst_incident_stories tst_incidents_from_rows"
ORDER = "tst_failure_order tst_incident_stories tst_simulated_order"
PATTERN = "tst_incident_stories tst_incidents_from_rows"
HISTORY = "tst_history tst_history_spans tst_history_reader tst_rollups tst_retention"
SEALS = "tst_seals tst_retention tst_pack"
ADDRESS = "tst_address_rules tst_special_addresses"
WORDS = "tst_down_length tst_headline tst_words tst_copy"

FAULTS = [
    # judge: when a run of failures is an outage
    ("app/story/judge_company.cpp", "if («span < std::chrono::seconds(settings.confirm_span_s)»)", "false", JUDGE),
    ("app/story/judge_company.cpp", "«length >= failuresNeeded(position, share, now)» ||", "length >= settings.confirm_failures", JUDGE + " tst_loss"),
    ("app/story/judge_company.cpp", "return «others >= othersNeeded»;\n}\n\nbool Judge::State::inLongCompany", "others >= 1", JUDGE),
    ("app/story/judge_company.cpp", "others += «i != position && silent» ? 1 : 0;", "silent", JUDGE),
    ("app/story/judge_company.cpp", "if (enough && «rings.line().answeredBetween(course.runStart(), course.lastFailure())») {", "true", JUDGE),
    ("app/story/judge_company.cpp", "length < settings.confirm_failures || «!course.answeredLately(course.runStart())»)", "false", JUDGE),
    ("app/story/judge_company.cpp", "(«span >= longRun && length >= longRunAlone») ||", "false", JUDGE + " tst_loss"),
    ("app/story/judge_company.cpp", "(«span >= longRun && length >= longRunInCompany && inLongCompany(position, now)»);", "false", JUDGE + " tst_loss"),
    ("app/story/judge_company.cpp", "return std::max({«loss.share({position, via, start})»,", "0.0", JUDGE + " tst_loss"),
    # judge: what a check may say
    ("app/story/judge.cpp", "const bool other_line = «epochSince && check.range.begin < *epochSince»;", "false", JUDGE),
    ("app/story/judge.cpp", "if (other_line || «rings.line().tooSoonAfterWaking(check.range)»)", "false", JUDGE + " tst_control_ring"),
    ("app/story/judge.cpp", "if («check.meaning != Meaning::Neutral && intercepted(check)»)", "false", JUDGE + " tst_interception"),
    ("app/story/judge.cpp", "if («check.doubt != Reason::None»)", "false", JUDGE + " tst_signs"),
    ("app/story/judge.cpp", "check.transport = «row.reached == Stage::Resolve» ? Transport::Udp", "false", JUDGE),
    ("app/story/judge.cpp", "if («throughProxy»)\n            return silent", "false", JUDGE),
    ("app/story/judge.cpp", "«degraded.disproved(check.target, disproved, check.range.end);»", "", JUDGE + " tst_degraded tst_degraded_course"),
    ("app/story/judge.cpp", "loss.decided({check.target, target.target.via, failure}, «true»);", "false", JUDGE + " tst_loss"),
    ("app/story/judge.cpp", "«rings.newEpoch(event.at);»", "", JUDGE),
    ("app/story/judge.cpp", "«judgeAgain(*from);»", "", JUDGE + " tst_interception"),
    # judge: the course of one target
    ("app/story/course.cpp", "return «m_lastGood && when - *m_lastGood <= memory»;", "m_lastGood.has_value()", JUDGE),
    ("app/story/course.cpp", "return m_lastJudged && («m_backFromElsewhere || next - *m_lastJudged > longestStretch()»);", "m_backFromElsewhere", JUDGE),
    ("app/story/course.cpp", "m_onset = {m_lastGood, m_run[static_cast<std::size_t>(«m_onsetRank - 1»)].end};", "0", JUDGE),
    ("app/story/course.cpp", "m_track.setFrom(«m_downFrom», m_downStanding);", "lastFailure()", JUDGE),
    ("app/story/course.cpp", "const bool twice = «answer.error && m_previous && m_previous->error»;", "answer.error", JUDGE),
    ("app/story/course.cpp", "«m_downFailures - m_recovering.front().failuresBefore >= failuresAgainstRecovery»)", "false", JUDGE),
    ("app/story/course.cpp", "if (m_runLength == 0 || «afterHole(at)») {", "false", JUDGE),
    ("app/story/course.cpp", "return «std::max<std::chrono::milliseconds>(m_usuallySpeaksFor, m_interval + m_interval / 4)»;", "std::chrono::milliseconds(m_usuallySpeaksFor)", JUDGE),
    # judge: proof by controls
    ("app/story/control_ring.cpp", "if («!reading.answered()»)\n            return nullptr;", "false", JUDGE + " tst_control_ring"),
    ("app/story/control_ring.cpp", "const bool answered_after = after != nullptr && «after->answered()» &&", "true", JUDGE + " tst_control_ring"),
    ("app/story/control_ring.cpp", "«after->range.begin - check.end <= m_controls[after->control].member.window»;", "true", JUDGE + " tst_control_ring"),
    ("app/story/control_ring.cpp", "return «check.begin - range.end <= m_controls[reading.control].member.window» ? &reading", "true", JUDGE + " tst_control_ring"),
    ("app/story/control_ring.cpp", "answer && «at - *answer <= inServiceFor»)", "true", JUDGE + " tst_control_ring"),
    ("app/story/control_ring.cpp", "wait = «now <= known»;", "false", JUDGE + " tst_control_ring"),
    ("app/story/loss.cpp", "if (check.start < run.start && «check.start >= run.start - ownReach»)", "true", "tst_loss"),
    ("app/story/loss.cpp", "return «counted.tries >= enough» ? counted.share()", "counted.tries > 0", "tst_loss"),
    ("app/story/course.cpp", "m_speaksUntil = «std::min(*m_speaksUntil, from)»;", "*m_speaksUntil", JUDGE),
    ("app/story/loss.cpp", "if («run.via != Via::Russia»)", "true", "tst_loss"),
    ("app/story/presence.cpp", "present(«std::max(start, m_track.currentSince())»);", "start", "tst_presence " + JUDGE),
    ("app/story/presence.cpp", "if («m_mode != Mode::Stopped && m_latestRow < at») // killed", "false", "tst_presence " + JUDGE),
    # incident
    ("app/story/grouping.cpp", "if («each->epoch != epoch» || !each->openAt(time.began.by) || each->isJudgedBefore(time))", "false", INCIDENT),
    ("app/story/grouping.cpp", "if (each->epoch != epoch || «!each->openAt(time.began.by)» ||", "false", INCIDENT),
    ("app/story/grouping.cpp", "milliseconds best = «seconds(m_settings.merge_window_s)»;", "seconds(2 * m_settings.merge_window_s)", INCIDENT),
    ("app/story/grouping.cpp", "«time.began.by - end->second <= seconds(m_settings.merge_own_gap_s)»)", "true", INCIDENT),
    ("app/story/grouping.cpp", "if («ended.openUntil - ended.happened.front() > std::chrono::hours(m_settings.longstanding_h)»)", "false", INCIDENT),
    ("app/story/grouping.cpp", "«aliases.push_back(later.incident.id);»", "", INCIDENT),
    ("app/story/grouping.cpp", "incident.began.by = «std::min(incident.began.by, began.by)»;", "std::max(incident.began.by, began.by)", INCIDENT),
    ("app/story/grouping.cpp", "if («all_over && !incident.cutAt»)", "!incident.cutAt", INCIDENT),
    ("app/story/grouping.cpp", "if («each <= moment»)\n                quiet", "true", INCIDENT),
    ("app/story/incident.cpp", "first = «std::min(first, member.downTimes.front().firstFailure())»;", "std::max(first, member.downTimes.front().firstFailure())", INCIDENT),
    ("app/story/incident.cpp", "if («letter == 'T'»)", "false", INCIDENT),
    # order
    ("app/story/failure_order.cpp", "return other.after && «one.by + leastApart + clock_error» < *other.after;", "one.by + leastApart", ORDER),
    ("app/story/failure_order.cpp", "chain.by = «std::max(chain.by, range.by)»;", "std::min(chain.by, range.by)", ORDER),
    ("app/story/failure_order.cpp", "(range.after && «range.by - *range.after <= widestOfMail»);", "true", ORDER),
    ("app/story/failure_order.cpp", "«*ended.after -= seldomest;»", "", ORDER),
    ("app/story/failure_order.cpp", "return «left.range.by < right.range.by»; });", "left.range.by > right.range.by", ORDER),
    # pattern
    ("app/story/pattern.cpp", "if («scene.startUnseen»)", "false", PATTERN),
    ("app/story/pattern.cpp", "if («scene.coverage < scene.given.thresholds.coverage»)", "false", PATTERN),
    ("app/story/pattern.cpp", "return shareOneAddress(scene) && «count(scene.answering) >= scene.given.thresholds.othersAnswer»;", "true", PATTERN),
    ("app/story/pattern.cpp", "sitesAnswering(scene) > 0 && «!interceptionKnown(scene)»;", "true", PATTERN),
    ("app/story/pattern.cpp", "«!other_silent» && !found.otherAnswering.empty())", "true", PATTERN),
    ("app/story/pattern.cpp", "if (count(found.silent) >= 2 && «found.silent.size() == found.asked.size()» &&", "true", PATTERN),
    ("app/story/pattern.cpp", "scene.inTwoLayers(scene.down) && «scene.answering.empty()» && spread &&", "true", PATTERN),
    ("app/story/pattern.cpp", "«*spread < seconds(limits.abruptWithin_s)»;", "true", PATTERN),
    ("app/story/pattern.cpp", "troubled.longBefore &&\n           «longestChain(scene.onsets, scene.given.clockError) >= limits.gradualChain»", "true", PATTERN),
    ("app/story/pattern.cpp", "if (everybody && («routes_went || scene.given.opinion.voices() > 0»))", "true", PATTERN),
    # history
    ("app/history/span_store.cpp", "if («old.open || old.span.range.end > change.from») {", "old.open", HISTORY),
    ("app/history/span_store.cpp", "if («old.span.range.begin >= change.from»)", "false", HISTORY),
    ("app/history/span_store.cpp", "«after.back().span.range.end == span.range.begin») {", "true", HISTORY),
    ("app/history/span_store.cpp", "!last.back().open || «last.back().span.verdict == Verdict::NotMonitored»)", "false", HISTORY + " tst_restart"),
    ("app/history/rollup_store.cpp", "if («row.getColumn(5).getInt() != 0»)", "false", HISTORY),
    ("app/history/rollup_store.cpp", "if («row.getColumn(6).getInt() != 1» || (!isDns && !reached_us))", "false", HISTORY),
    ("app/history/rollup_store.cpp", "«open[level].series != series || open[level].bucket != bucket») {", "open[level].bucket != bucket", HISTORY),
    ("app/history/retention.cpp", "if («!kept.contains(leaves.getColumn(1).getInt64())»)", "true", HISTORY),
    ("app/history/latency_histogram.cpp", "static_cast<std::uint32_t>((static_cast<std::uint64_t>(shift) << stepBits) + («us >> shift»));", "(us >> shift) + 1", "tst_latency_histogram"),
    # seals
    ("app/history/seal.cpp", "std::string text = «before» + '\\n' + seal.kind", "std::string()", SEALS),
    ("app/history/seal.cpp", "«std::to_string(leaf.rows)» + '\\t'", "std::string()", SEALS),
    ("app/history/seal_check.cpp", "if («sealHash(before, seal, std::move(sealed)) != stored»)", "false", SEALS),
    ("app/history/seal_check.cpp", "if (found.rows != leaf.rows || «sha256(found.text) != leaf.hash»)", "false", SEALS),
    ("app/history/seal_check.cpp", "return «parts.size() == expected.parts.size()»;", "true", SEALS),
    ("app/history/seal_store.cpp", "msOf(«now - sealedAfterMidnight») / dayMs - 1;", "now", SEALS),
    ("app/history/seal_store.cpp", "if («at_ms / dayMs <= sealedThrough()»)", "false", SEALS),
    ("app/history/seal_store.cpp", "before ? «*before + 1» : 0, content.rows", "*before", SEALS),
    ("app/history/canonical_rows.cpp", "sha256(key + '\\n' + secret.epoch + '\\n' + «secret.source» + '\\n'", "std::string()", SEALS),
    # address rules
    ("probes/net/address_rules.cpp", "return allowPrivate && «isOneHost(address)»;", "true", ADDRESS),
    ("probes/net/address_rules.cpp", "return v6 ? «contains(globalUnicast6, *this)» &&", "true", ADDRESS),
    ("probes/net/address_rules.cpp", "contains(globalUnicast6, *this) && «!anyContains(special6, *this)»", "true", ADDRESS),
    ("probes/net/address_rules.cpp", "if («literal.find('\\0') != std::string::npos»)", "false", ADDRESS),
    ("probes/net/address_rules.cpp", "if («allowDocumentation && address.isDocumentation()»)", "address.isDocumentation()", ADDRESS),
    ("probes/net/address_rules.cpp", "return contains(loopback6, address);\n    return «!anyContains(never6, address)»;", "true", ADDRESS),
    # words
    ("app/story/down_length.cpp", "result.certain = std::max(milliseconds{0}, «sure.length()»);", "end - begin", WORDS),
    ("app/story/down_length.cpp", "result.atLeast = «!head.onset->after»;", "false", WORDS),
    ("app/story/down_length.cpp", "result.open = «cutAtEnd && !tail.ended»;", "cutAtEnd", WORDS),
    ("app/words/down_length.cpp", "return (length + «step / 2») / step * step;", "milliseconds{0}", WORDS),
    ("app/words/headline_sites.cpp", "if ((site.state == Verdict::Down && «!announced») ||", "false", WORDS),
    ("app/words/headline_sites.cpp", "if («sites.total == 1»)\n        return sites.addresses ? Tr::tr(\"The one address we watch does not answer\")", "false", WORDS),
    ("app/words/headline_sites.cpp", "latest = «std::max(latest.value_or(*site->since), *site->since)»;", "std::min(latest.value_or(*site->since), *site->since)", WORDS),
    ("app/words/korea_time.cpp", "return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), «koreaZone()»); }", "QTimeZone::utc()", WORDS),
    ("app/words/compared.cpp", "case Agreement::OnlyHere:\n        return «Tr::tr(\"Answered us, not them\")»;", "Tr::tr(\"Answered them, not us\")", "tst_desks"),
]
