// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/telling.h"

#include "app/tell/minute_here.h"
#include "app/tell/sent_alerts.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Urgency = DesktopMessage::Urgency;

constexpr std::chrono::seconds soonest{5}; // that the record is asked again
constexpr int longest = 400;

QString keyOf(const std::string& incident) { return words::cleaned(incident); }

// By what it says, not by what has changed in it: who leaves a grave one on the screen wants it there to its end.
Urgency urgencyOf(const AlertStep& step) {
    if (step.message.heard == Loudness::Unheard || step.message.stage == AlertStage::Over)
        return Urgency::Low;
    return step.message.gravity == Gravity::CannotWait ? Urgency::Critical : Urgency::Normal;
}

} // namespace

Telling::Telling(const Watchlist& watchlist, const Settings& settings, bool simulated, std::filesystem::path told,
                 const QString& bus_address, QObject* parent)
    : QObject(parent), m_told(std::move(told)), m_settings(settings), m_news(watchlist, simulated),
      m_messages(bus_address) {
    takeUp();
    connect(&m_messages, &DesktopMessages::numbered, this, &Telling::keep);
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Telling::answerWanted);
    connect(&m_messages, &DesktopMessages::opened, this, [this](const QString& key) {
        const bool incident = std::ranges::any_of(
            m_news.incidents(), [&](const AlertNews& news) { return news.incident == key.toStdString(); });
        Q_EMIT opened(incident ? key : QString());
    });
}

void Telling::takeUp() {
    if (m_told.empty())
        return;
    ToldHere told = readToldHere(m_told);
    std::map<QString, uint> numbers;
    for (const SentAlert& sent : told.sent)
        numbers[keyOf(sent.incident)] = told.numbers[sent.incident];
    m_messages.takeOver(numbers, words::cleaned(told.server));
    m_bulletin.restore(std::move(told.sent));
}

void Telling::keep() const {
    if (m_told.empty())
        return;
    ToldHere told{m_bulletin.sent(), {}, m_messages.server().toStdString()};
    const std::map<QString, uint> numbers = m_messages.numbers();
    for (const SentAlert& sent : told.sent)
        if (const auto its = numbers.find(keyOf(sent.incident)); its != numbers.end())
            told.numbers[sent.incident] = its->second;
    writeToldHere(m_told, told);
}

void Telling::setWanted(bool wanted) {
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    if (wanted) {
        Q_EMIT answerWanted();
        return;
    }
    for (const AlertNews& news : m_news.all())
        m_messages.withdraw(keyOf(news.incident));
    m_bulletin.forget();
    m_due.stop();
    keep();
}

void Telling::setQuiet(std::optional<QuietHours> quiet) { m_bulletin.setQuiet(quiet); }

void Telling::setIncidents(const IncidentsAnswer& answer) {
    if (m_news.takeIncidents(answer))
        tell(m_news.incidents(), m_news.asOf());
}

void Telling::setOwnLine(const OwnLineStatus& own_line) {
    m_news.takeOwnLine(own_line);
    if (m_news.ownLine())
        tell({*m_news.ownLine()}, utcNow());
}

void Telling::tryOne() {
    m_messages.show(QStringLiteral("trial"),
                    {tr("This is how KPWatch tells you"), tr("Nothing has happened: you asked for a message to try.")});
}

void Telling::tell(const std::vector<AlertNews>& news, UtcTime as_of) {
    if (!m_wanted)
        return;
    const std::vector<AlertStep> steps = m_bulletin.next(news, m_settings, {as_of, minuteHere()});
    for (const AlertStep& step : steps)
        take(step);
    if (!steps.empty())
        keep();
    waitForDue();
}

void Telling::waitForDue() {
    std::optional<UtcTime> due = Bulletin::dueAt(m_news.incidents(), m_settings, m_news.asOf());
    const auto& line = m_news.ownLine();
    if (const auto own = line ? Bulletin::dueAt({*line}, m_settings, utcNow()) : std::nullopt)
        due = std::min(due.value_or(*own), *own);
    if (!due) {
        m_due.stop();
        return;
    }
    m_due.start(std::max<std::chrono::milliseconds>(*due - utcNow(), soonest));
}

void Telling::take(const AlertStep& step) {
    const QString key = keyOf(step.message.incident);
    m_messages.rename(keyOf(step.before), key);
    if (step.act == AlertAct::Withdraw) {
        m_messages.withdraw(key);
        return;
    }
    const bool insists = step.loudness == Loudness::Sound || step.act == AlertAct::Post || step.turned;
    m_messages.show(key, {words::cleaned(step.message.sentence, longest), words::cleaned(step.message.more, longest),
                          urgencyOf(step), insists});
}

} // namespace kpwatch
