// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/elsewhere_strip.h"

#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kpwatch {

namespace {

std::optional<UtcTime> keptUntil(const Picture& picture, UtcTime now) {
    const std::optional<UtcTime> until = picture.elsewhere.keptUntil;
    return until && *until > now ? until : std::nullopt;
}

QString keptWords(UtcTime until) {
    return ElsewhereStrip::tr(
               "You can ask again from %1 KST: until then what Globalping may still be asked is kept for "
               "the rounds that begin by themselves in an outage")
        .arg(words::clockKst(until));
}

QString placesWords(const Picture& picture, UtcTime now) {
    const AskingElsewhere& elsewhere = picture.elsewhere;
    QStringList parts;
    if (const QString asking = words::askingElsewhere(elsewhere); !asking.isEmpty())
        parts << asking;
    if (elsewhere.latest)
        parts << words::agreement(*elsewhere.latest) + QLatin1Char('.');
    else if (elsewhere.byHand)
        parts << words::reaching(*elsewhere.byHand) + QLatin1Char('.');
    if (const auto until = keptUntil(picture, now)) // a tip alone is not reached by keys while the button is off
        parts << keptWords(*until) + QLatin1Char('.');
    return parts.join(QLatin1Char(' '));
}

std::optional<UtcTime> leftAloneUntil(const Picture& picture, UtcTime now) {
    for (const SourceStatus& status : picture.sources)
        if (status.source == globalpingSource && status.leftAloneUntil && *status.leftAloneUntil > now)
            return status.leftAloneUntil;
    return std::nullopt;
}

QString askTip(const Picture& picture, UtcTime now) {
    if (const auto until = leftAloneUntil(picture, now))
        return ElsewhereStrip::tr("Globalping is left alone until %1 KST: it said so, does not answer, or has been "
                                  "asked as often as it may be")
            .arg(words::clockKst(*until));
    if (const auto until = keptUntil(picture, now))
        return keptWords(*until);
    return ElsewhereStrip::tr("Have up to 12 places in the world ask the same addresses now");
}

} // namespace

bool mayAskElsewhere(const Picture& picture, UtcTime now) {
    const AskingElsewhere& asking = picture.elsewhere;
    return asking.on && (!asking.asking || asking.next) && !leftAloneUntil(picture, now) && !keptUntil(picture, now);
}

ElsewhereStrip::ElsewhereStrip(QWidget* parent)
    : QWidget(parent), m_places(new TextLabel(13, 500, Ink::Text, this)),
      m_sources(new TextLabel(12, 400, Ink::Text3, this)), m_ask(new SideButton(tr("Ask elsewhere"), this)) {
    m_places->setObjectName(QStringLiteral("elsewhere"));
    m_sources->setObjectName(QStringLiteral("sources-state"));
    for (TextLabel* const label : {m_places, m_sources})
        label->setWordWrap(true);
    m_ask->setObjectName(QStringLiteral("ask-elsewhere"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_places);
    words->addWidget(m_sources);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(m_ask, 0, Qt::AlignVCenter);
    connect(m_ask, &QPushButton::clicked, this, &ElsewhereStrip::askWanted);
    hide();
}

void ElsewhereStrip::setPicture(const Picture& picture, UtcTime now) {
    QStringList states;
    std::vector<std::string> asked;
    for (const SourceStatus& status : picture.sources) {
        states << (status.source.empty() ? troubleWords(status.trouble)
                                         : QStringLiteral("%1: %2").arg(words::sourceName(status.source),
                                                                        words::sourceState(status, now)));
        asked.push_back(status.source);
    }
    const QString places = placesWords(picture, now);
    m_places->setText(places);
    m_places->setVisible(!places.isEmpty());
    m_sources->setText(states.join(QStringLiteral(" · ")));
    setPlainTip(*m_sources, words::attributions(asked));
    m_ask->setVisible(picture.elsewhere.on);
    m_ask->setEnabled(mayAskElsewhere(picture, now));
    setPlainTip(*m_ask, askTip(picture, now));
    setVisible(!states.isEmpty());
}

} // namespace kpwatch
