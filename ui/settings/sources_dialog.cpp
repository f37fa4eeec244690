// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sources_dialog.h"

#include "app/errors.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

TextLabel* said(const QString& text, QWidget* parent, Ink ink = Ink::Text2) {
    auto* label = new TextLabel(13, 400, ink, parent);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

struct Listed {
    const char* name;
    const char* source;
};
constexpr int longestBase = 300;
constexpr Listed listed[] = {{"ripe", "ripe-ris"},   {"globalping", globalpingSource}, {"ioda", iodaSource},
                             {"atlas", atlasSource}, {"radar", radarSource},           {"routeviews", "routeviews"}};

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
    : QDialog(parent), m_options(std::move(options)), m_sources(m_options.sources), m_tokens(m_options.tokens),
      m_said(said({}, this, Ink::Text)) {
    setWindowTitle(tr("Public sources"));
    resize(640, 700);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(said(tr("Others measure North Korea's network too. Each is asked only if it is switched on here, "
                              "and only while you watch or observe. Their answers go into the record as received."),
                           this, Ink::Text));
    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    for (const Listed& each : listed)
        addSource(*list, each.name, each.source);
    list->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(windowTitle()); // it scrolls by keys, too
    scroll->setWidget(inside);
    layout->addWidget(scroll, 1);
    m_said->setObjectName(QStringLiteral("said"));
    layout->addWidget(m_said);
    if (m_options.viewer)
        m_said->setText(tr("Another program watches: it takes up what is chosen here when it starts next."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourcesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SourcesDialog::reject);
    layout->addWidget(buttons);
    showStates();
    auto* each_second = new QTimer(this);
    connect(each_second, &QTimer::timeout, this, &SourcesDialog::showStates);
    each_second->start(1000);
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
    column->addWidget(said(about.tells, box, Ink::Text));
    column->addWidget(said(about.learns, box));
    if (!about.licence.isEmpty())
        column->addWidget(said(about.licence, box, Ink::Text));
    column->addWidget(said(about.pace, box));
    row.state = said({}, box, Ink::Text);
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
    column->addWidget(said(words::attribution(source), box, Ink::Text3));
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
    into.addWidget(said(kept, row.token->parentWidget()));
}

void SourcesDialog::addBases(QVBoxLayout& into, Row& row) {
    for (std::string Sources::*const base : basesOf(row.name)) {
        auto* edit = new QLineEdit(words::cleaned(m_sources.*base, longestBase));
        edit->setObjectName(words::cleaned(row.name) + QStringLiteral("-base-%1").arg(row.bases.size()));
        edit->setAccessibleName(tr("Base address, for mirrors"));
        edit->setToolTip(plainTip(edit->accessibleName()));
        into.addWidget(edit);
        row.bases.emplace_back(base, edit);
    }
}

void SourcesDialog::showStates() {
    const std::vector<SourceStatus> statuses = m_options.statuses();
    for (const Row& row : m_rows) {
        QString state = tr("Not being asked.");
        for (const SourceStatus& status : statuses)
            if (status.source == row.source) {
                const QString how = words::sourceState(status, utcNow());
                state = QStringLiteral("%1. %2").arg(how.left(1).toUpper() + how.mid(1), words::sourceBudget(status));
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
                m_said->setText(tr("A base address begins with https://, or with http:// for a mirror beside us."));
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
            m_said->setText(
                tr("Measurements are named by their numbers, %1 of them at most.").arg(mostAtlasMeasurements));
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
        m_said->setText(words::cleaned(error.what(), 300));
    }
}

} // namespace kpwatch
