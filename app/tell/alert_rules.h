// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told what, and when: values alone, delivery is somebody else's. Of every incident there is one message, which
// is changed in place and makes a sound only when it becomes graver than what was heard. That it is out of sight (who
// watches pauses) is a change; that it is seen again as it was is one only where that reaches nobody anew. Pure; any
// thread.
//
// A failure is checked again, then confirmed, and announced only once it has lasted announce_span_s (settings, 300 s)
// or routing confirms it; until then it is on the screen and nowhere else. In quiet hours only what cannot wait is
// heard: that none of the sites answers, or that the routes are gone. One site alone wakes nobody at any hour.
#pragma once

#include "app/settings.h"
#include "app/words/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

enum class AlertStage { Checking, Confirmed, Announced, Over };
enum class Gravity { OneSite, Several, CannotWait }; // in that order
enum class Loudness { Unheard, Sound };

// An incident as far as alerts turn on it.
struct AlertNews {
    std::string incident; // id; also what its message is known by
    std::vector<std::string> aliases{};
    UtcTime firstFailure;
    bool confirmed = true;
    bool routesGone = false; // and with them more than this computer says so
    Gravity gravity = Gravity::Several;
    bool over = false;
    bool toldApart = false;    // long-standing: left out of headline, tray and alerts
    bool takenBack = false;    // marked as a false alarm
    bool unseen = false;       // it went on when it was last seen: nobody is told of that for the first time
    bool partlyUnseen = false; // so with some of those that do not answer
    int back = 0;              // of its members answer again
    std::string sentence{};    // what the message says: fits a title, and a text message
    std::string more{};        // sentences beneath it, where there is room
    std::string ofThem{};      // all of it but that our own line works: other words are other news
};
// `own_line_works` if that is known just now; `asking_elsewhere`: other places are asked about it.
AlertNews newsOf(const words::IncidentTold& told, bool own_line_works = false, bool asking_elsewhere = false);
// Our own line is told of like an incident: down for announce_span_s, and then that it works again. Nothing while it
// has not been down. `since` of its state.
AlertNews ownLineNews(UtcTime down_since, std::optional<UtcTime> back_at);

AlertStage stageOf(const AlertNews& news, const Settings& settings, UtcTime now);

struct QuietHours { // minutes of the person's day; from 22:30 to 7:00 is {1350, 420}
    int from = 0, to = 0;
    bool hold(int minute_of_day) const;
    bool operator==(const QuietHours&) const = default;
};

struct Recipient {
    std::string name;                 // "this desktop", "the night desk"
    Gravity least = Gravity::OneSite; // hears of nothing smaller
    std::optional<QuietHours> quiet{};
    bool inPlace = false; // a change takes the place of what they have; else it is one more message
};

// A message somebody has already.
struct SentAlert {
    std::string incident; // as it was called then
    AlertStage stage{};
    Gravity gravity{};
    Loudness heard = Loudness::Unheard; // the loudest so far
    std::string sentence{}, more{};
    bool unseen = false;  // it says how things were when last seen
    std::string ofThem{}; // of the news when it was last seen
    int back = 0;
    bool operator==(const SentAlert&) const = default;
};

enum class AlertAct { Nothing, Post, Change, Withdraw };
struct AlertStep {
    AlertAct act = AlertAct::Nothing;
    Loudness loudness = Loudness::Unheard;
    SentAlert message{};  // as it will be
    std::string before{}; // what it was known by until now; another name if the incident was merged since
    bool turned = false;  // its stage is another: it is over now
};

struct Moment {
    UtcTime now;
    int minuteOfDay = 0; // of the recipient's clock
};

// What to do about one incident for one recipient, given the message they have of it.
AlertStep nextAlert(const AlertNews& news, const std::optional<SentAlert>& sent, const Recipient& recipient,
                    const Settings& settings, Moment moment);

// The message of this incident among those sent, by its name or one it was merged from; nullptr if there is none.
const SentAlert* sentOf(const AlertNews& news, const std::vector<SentAlert>& sent);

} // namespace kpwatch
