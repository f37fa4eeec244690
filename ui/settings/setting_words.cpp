// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_words.h"

#include "app/words/tr.h"

namespace kpwatch {

using words::Tr;

namespace {

std::vector<SettingWords> ofWatching() {
    using enum SettingGroup;
    const QString s = Tr::tr("s"), ms = Tr::tr("ms"), minute = Tr::tr("a minute");
    return {
        {"interval_http_s", Watching, Tr::tr("Web sites are asked every"), s},
        {"interval_dns_s", Watching, Tr::tr("Name servers are asked every"), s},
        {"interval_tcp_s", Watching, Tr::tr("Routers and other ports are asked every"), s},
        {"interval_sentinel_s", Watching, Tr::tr("One address of each block of 256 is asked every"), s},
        {"interval_mail_s", Watching, Tr::tr("Mail servers are asked every"), s},
        {"interval_control_s", Watching, Tr::tr("Servers that test our own line are asked every"), s},
        {"timeout_connect_ms", Watching, Tr::tr("A connection is waited for"), ms},
        {"timeout_http_ms", Watching, Tr::tr("A whole page is waited for"), ms},
        {"timeout_dns_ms", Watching, Tr::tr("A name server is waited for"), ms},
        {"recheck_s", Watching, Tr::tr("After a first failure it is checked again after"), s},
        {"rate_per_24_per_min", Watching, Tr::tr("In a block of 256 addresses at most this many checks"), minute},
        {"rate_alert_per_24_per_min", Watching, Tr::tr("The same while a failure is looked into"), minute},
        {"rate_per_22_per_min", Watching, Tr::tr("In the whole country at most this many checks"), minute},
    };
}

std::vector<SettingWords> ofJudging() {
    using enum SettingGroup;
    const QString s = Tr::tr("s"), ms = Tr::tr("ms"), checks = Tr::tr("checks");
    return {
        {"confirm_failures", Judging, Tr::tr("“Not answering” needs this many failed checks in a row"), checks},
        {"confirm_failures_alone", Judging, Tr::tr("The same where nobody else is silent"), checks},
        {"confirm_span_s", Judging, Tr::tr("From the first of them to the last it takes at least"), s},
        {"recover_successes", Judging, Tr::tr("“Answering” again needs this many answers"), Tr::tr("answers")},
        {"recover_span_s", Judging, Tr::tr("From the first of them to the last it takes at least"), s},
        {"control_window_s", Judging, Tr::tr("Our own line must be seen to work before and after, within"), s},
        {"stale_intervals", Judging, Tr::tr("An answer speaks for this many intervals"), Tr::tr("intervals")},
        {"stale_cap_s", Judging, Tr::tr("But never for longer than"), s},
        {"degraded_window_s", Judging, Tr::tr("“Slow or patchy” looks back over"), s},
        {"degraded_min_checks", Judging, Tr::tr("“Slow” needs at least this many"), checks},
        {"degraded_slow_ms", Judging, Tr::tr("It is slower than usual by more than"), ms},
        {"degraded_slow_share", Judging, Tr::tr("And by more than this share of the usual (0.5 is half)"), {}},
        {"degraded_min_tries", Judging, Tr::tr("“Patchy” needs at least this many tries"), Tr::tr("tries")},
        {"degraded_loss_points", Judging, Tr::tr("More is lost than on the way there, by"), Tr::tr("points")},
    };
}

std::vector<SettingWords> ofIncidents() {
    using enum SettingGroup;
    const QString s = Tr::tr("s");
    return {
        {"announce_span_s", Incidents, Tr::tr("Headline and notifications wait for"), s},
        {"merge_window_s", Incidents, Tr::tr("Who falls silent or comes back within this time belongs to it"), s},
        {"merge_own_gap_s", Incidents, Tr::tr("Silent again within this time, it is the same incident"), s},
        {"longstanding_h", Incidents, Tr::tr("One site alone leaves the headline after"), Tr::tr("h")},
    };
}

} // namespace

std::vector<SettingWords> settingWords() {
    std::vector<SettingWords> all = ofWatching();
    for (auto* const more : {&ofJudging, &ofIncidents})
        for (SettingWords& each : more())
            all.push_back(std::move(each));
    return all;
}

} // namespace kpwatch
