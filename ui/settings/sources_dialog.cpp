// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sources_dialog.h"

#include "app/errors.h"
#include "app/outside/guest.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/live/trouble_words.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

struct Listed {
    const char* name;
    const char* source;
};
constexpr int longestBase = 300;
constexpr Listed listed[] = {{"ripe", "ripe-ris"},   {"globalping", globalpingSource}, {"ioda", iodaSource},
                             {"atlas", atlasSource}, {"radar", radarSource},           {"routeviews", routeviewsId}};

std::vector<std::string Sources::*> basesOf(std::string_view name) {
    if (name == "ripe")
        return {&Sources::ripestat, &Sources::risLive};
    if (name == "routeviews")
        return {&Sources::routeviewsAt};
    if (name == "globalping")
        return {&Sources::globalpingAt};
    if (name == "ioda")
        return {&Sources::iodaAt};
    return name == "atlas" ? std::vector{&Sources::atlasAt} : std::vector{&Sources::radarAt};
}

bool mayHaveToken(std::string_view name) { return name == "globalping" || name == "radar"; }

} // namespace

SourcesDialog::SourcesDialog(SourcesDialogOptions options, QWidget* parent)
    : FormDialog(tr("Public sources"), {640, 700}, parent), m_options(std::move(options)), m_sources(m_options.sources),
      m_tokens(m_options.tokens) {
    above().addWidget(
        paragraph(tr("Others measure North Korea's network too. Each is asked only if it is switched on here, and only "
                     "while you watch or observe. Their answers go into the record as received."),
                  Ink::Text));
    for (const Listed& each : listed)
        addSource(list(), each.name, each.source);
    list().addStretch(1);
    if (m_options.viewer)
        say(tr("Another program watches: it takes up what is chosen here when it starts next."));
    showStates();
}

void SourcesDialog::addSource(QVBoxLayout& into, const char* name, const std::string& source) {
    auto* box = new QGroupBox(words::sourceName(source));
    auto* column = new QVBoxLayout(box);
    const words::SourceWords about = words::sourceWords(source);
    Row row{name, source};
    row.on = new QCheckBox(tr("Ask %1").arg(words::sourceName(source)), box);
    row.on->setObjectName(QLatin1String(name));
    row.on->setChecked(*switchOf(m_sources, name));
    column->addWidget(row.on);
    column->addWidget(paragraph(about.tells, Ink::Text, box));
    column->addWidget(paragraph(about.learns, Ink::Text2, box));
    if (!about.licence.isEmpty())
        column->addWidget(paragraph(about.licence, Ink::Text, box));
    column->addWidget(paragraph(about.pace, Ink::Text2, box));
    row.state = paragraph({}, Ink::Text, box);
    row.state->setObjectName(QStringLiteral("state-") + QLatin1String(name));
    column->addWidget(row.state);
    if (mayHaveToken(name))
        addToken(*column, row);
    if (source == atlasSource) {
        m_measurements = new QLineEdit(box);
        m_measurements->setObjectName(QStringLiteral("measurements"));
        m_measurements->setPlaceholderText(tr("Numbers of public measurements, such as 1823330, 1823331"));
        m_measurements->setAccessibleName(m_measurements->placeholderText());
        QStringList numbers;
        for (const std::int64_t each : m_sources.atlasMeasurements)
            numbers << QString::number(each);
        m_measurements->setText(numbers.join(QStringLiteral(", ")));
        column->addWidget(m_measurements);
    }
    addBases(*column, row);
    column->addWidget(paragraph(words::attribution(source), Ink::Text3, box));
    into.addWidget(box);
    m_rows.push_back(std::move(row));
}

void SourcesDialog::addToken(QVBoxLayout& into, Row& row) {
    row.token = new QLineEdit;
    row.token->setEchoMode(QLineEdit::Password);
    row.token->setObjectName(QStringLiteral("token-") + words::cleaned(row.name));
    const auto known = m_tokens.find(row.source);
    row.token->setText(known == m_tokens.end() ? QString() : QString::fromStdString(known->second));
    const QString kept = m_options.keepsSecrets
                             ? tr("It is kept in this desktop's keychain.")
                             : tr("No keychain was found on this desktop: it is forgotten when KPWatch ends.");
    row.token->setPlaceholderText(row.name == "radar" ? tr("Token (Account, Radar, Read)")
                                                      : tr("Token, if you have one; it works without"));
    row.token->setAccessibleName(row.token->placeholderText());
    into.addWidget(row.token);
    into.addWidget(paragraph(kept, Ink::Text2, row.token->parentWidget()));
}

void SourcesDialog::addBases(QVBoxLayout& into, Row& row) {
    const QString caption = row.name == "ripe" ? tr("Base addresses of RIPEstat and RIS Live, for mirrors")
                                               : tr("Base address, for mirrors");
    into.addWidget(paragraph(caption, Ink::Text2, row.on->parentWidget()));
    for (std::string Sources::*const base : basesOf(row.name)) {
        auto* edit = new QLineEdit(words::cleaned(m_sources.*base, longestBase));
        edit->setObjectName(words::cleaned(row.name) + QStringLiteral("-base-%1").arg(row.bases.size()));
        edit->setAccessibleName(caption);
        into.addWidget(edit);
        row.bases.emplace_back(base, edit);
    }
}

void SourcesDialog::refreshStates() {
    const std::vector<SourceStatus> statuses = m_options.statuses();
    const UtcTime now = utcNow();
    for (const Row& row : m_rows) {
        const Manners manners = mannersTowards(row.source);
        QString state = QStringLiteral("%1 %2").arg(tr("Not being asked."),
                                                    words::sourceLimits(manners.mostAnHour, manners.mostADay));
        for (const SourceStatus& status : statuses)
            if (status.source == row.source) {
                const QString how = words::sourceState(status, now);
                state =
                    QStringLiteral("%1. %2").arg(how.left(1).toUpper() + how.mid(1), words::sourceBudget(status, now));
            }
        row.state->setText(state);
    }
}

bool SourcesDialog::take() {
    for (const Row& row : m_rows) {
        *switchOf(m_sources, row.name) = row.on->isChecked();
        for (const auto& [base, edit] : row.bases) {
            QString address = edit->text().trimmed();
            while (address.endsWith(QLatin1Char('/')))
                address.chop(1);
            if (address.isEmpty())
                address = words::cleaned(Sources().*base, longestBase);
            if (!address.startsWith(QStringLiteral("https://")) && !address.startsWith(QStringLiteral("http://"))) {
                say(tr("A base address begins with https://, or with http:// for a mirror beside us."));
                edit->setFocus();
                return false;
            }
            m_sources.*base = address.toStdString();
        }
        if (row.token != nullptr)
            m_tokens[row.source] = row.token->text().trimmed().toStdString();
    }
    m_sources.atlasMeasurements.clear();
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    for (const QString& word : m_measurements->text().split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || number <= 0 || m_sources.atlasMeasurements.size() == mostAtlasMeasurements) {
            say(tr("Measurements are named by their numbers, %1 of them at most.").arg(mostAtlasMeasurements));
            m_measurements->setFocus();
            return false;
        }
        m_sources.atlasMeasurements.push_back(number);
    }
    return true;
}

void SourcesDialog::accept() {
    if (!take())
        return;
    try {
        m_options.keep(m_sources, m_tokens);
        QDialog::accept();
    } catch (const StorageError& error) {
        say(troubleWords(error.what()));
    }
}

} // namespace kpwatch
