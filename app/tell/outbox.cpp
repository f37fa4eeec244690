// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/outbox.h"

#include "app/tell/bulletin.h"
#include "app/tell/sent_alerts.h"
#include "app/words/alert_message.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

namespace {

using std::chrono::minutes;

constexpr minutes gathering{1}; // for what else may stop: who is silent is found out within a minute or two
constexpr int minutesOfDay = 24 * 60;

LetterKind kindOf(const AlertStep& step, const AlertNews& news) {
    switch (step.act) {
    case AlertAct::Withdraw:
        return LetterKind::TakenBack;
    case AlertAct::Change:
        return news.over ? LetterKind::Over : LetterKind::FollowUp;
    case AlertAct::Nothing:
    case AlertAct::Post:
        return LetterKind::First;
    }
    return LetterKind::First;
}

// How long the quiet hours still last.
minutes quietStill(const std::optional<QuietHours>& quiet, int minute) {
    if (!quiet || !quiet->hold(minute))
        return minutes(0);
    return minutes((quiet->to - minute + minutesOfDay) % minutesOfDay);
}

} // namespace

std::optional<Outbox::Due> Outbox::dueOf(const AlertNews& news, const OutboxRules& rules, const Settings& settings,
                                         Moment moment) const {
    const SentAlert* const sent = sentOf(news, m_sent);
    const Recipient recipient{.name = {}, .least = rules.least};
    const AlertStep step =
        nextAlert(news, sent != nullptr ? std::optional(*sent) : std::nullopt, recipient, settings, moment);
    const bool changed = sent != nullptr && (step.message.stage != sent->stage || step.message.gravity > sent->gravity);
    const bool takenBack = step.act == AlertAct::Withdraw && news.takenBack;
    if (step.act != AlertAct::Post && !takenBack && !(step.act == AlertAct::Change && changed))
        return std::nullopt;
    Due due;
    due.item = {kindOf(step, news), news.incident, news.gravity, news.firstFailure, news.sentence, news.more};
    if (takenBack)
        due.item.sentence = words::takenBack(QString::fromStdString(news.sentence)).toStdString();
    else
        due.after = step.message;
    due.before = sent != nullptr ? sent->incident : news.incident;
    const bool graver = sent == nullptr || news.gravity > sent->gravity;
    due.waitsForNobody = news.gravity == Gravity::CannotWait && !news.over && !takenBack && graver;
    return due;
}

UtcTime Outbox::heldUntil(const OutboxRules& rules, Moment moment) const {
    UtcTime until = m_dueSince.value_or(moment.now) + gathering;
    if (m_last)
        until = std::max(until, *m_last + rules.holdDown);
    return std::max(until, moment.now + quietStill(rules.quiet, moment.minuteOfDay));
}

void Outbox::note(const Due& due) {
    std::erase_if(m_sent, [&](const SentAlert& sent) { return sent.incident == due.before; });
    if (due.after)
        m_sent.push_back(*due.after);
    if (m_sent.size() > mostSentKept)
        m_sent.erase(m_sent.begin());
}

std::optional<Letter> Outbox::next(const std::vector<AlertNews>& news, const OutboxRules& rules,
                                   const Settings& settings, Moment moment) {
    std::vector<Due> all;
    for (const AlertNews& each : news)
        if (auto due = dueOf(each, rules, settings, moment))
            all.push_back(std::move(*due));
    if (all.empty()) {
        m_dueSince.reset();
        return std::nullopt;
    }
    m_dueSince = m_dueSince.value_or(moment.now);
    std::size_t held = 0;
    if (moment.now < heldUntil(rules, moment))
        held = std::erase_if(all, [](const Due& due) { return !due.waitsForNobody; });
    if (all.empty())
        return std::nullopt;
    std::ranges::stable_sort(all, [](const Due& a, const Due& b) { return a.item.gravity > b.item.gravity; });
    Letter letter{moment.now, {}};
    for (const Due& due : all) {
        letter.items.push_back(due.item);
        note(due);
    }
    m_last = moment.now;
    if (held == 0)
        m_dueSince.reset();
    return letter;
}

std::optional<UtcTime> Outbox::dueAt(const std::vector<AlertNews>& news, const OutboxRules& rules,
                                     const Settings& settings, Moment moment) const {
    std::optional<UtcTime> due = Bulletin::dueAt(news, settings, moment.now);
    const bool waiting = std::ranges::any_of(
        news, [&](const AlertNews& each) { return dueOf(each, rules, settings, moment).has_value(); });
    if (waiting)
        due = std::min(due.value_or(UtcTime::max()), heldUntil(rules, moment));
    return due;
}

nlohmann::json Outbox::state() const {
    nlohmann::json state{{"sent", sentAsJson(m_sent)}};
    if (m_last)
        state["last"] = isoUtc(*m_last);
    return state;
}

void Outbox::restore(const nlohmann::json& state) {
    m_sent.clear();
    m_last.reset();
    if (!state.is_object())
        return;
    if (const auto last = state.find("last"); last != state.end() && last->is_string())
        m_last = parseIsoUtc(last->get<std::string>());
    m_sent = sentFromJson(state.value("sent", nlohmann::json()));
}

} // namespace kpwatch
