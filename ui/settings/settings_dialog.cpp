// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "app/errors.h"
#include "app/watchlist_draft.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"
#include "ui/settings/fault_words.h"
#include "ui/settings/setting_rows.h"
#include "ui/settings/setting_words.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

namespace {

constexpr int longestLine = 80, groupsWidth = 170;

QString labelOf(const std::string& key) {
    const std::vector<SettingWords> all = settingWords();
    const auto its = std::ranges::find(all, key, &SettingWords::key);
    return its == all.end() ? words::cleaned(key) : its->label;
}

TextLabel* said(const QString& text, int px, Ink ink) {
    auto* label = new TextLabel(px, px > 13 ? 600 : 400, ink);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

Selector* selector(const QString& name, const std::vector<std::pair<QString, QVariant>>& items, const QVariant& now) {
    auto* made = new Selector;
    made->setAccessibleName(name);
    for (const auto& [text, data] : items) {
        made->addItem(text, data);
        if (data == now)
            made->setCurrentIndex(made->count() - 1);
    }
    return made;
}

} // namespace

SettingsDialog::SettingsDialog(SettingsDialogOptions options, QWidget* parent)
    : QDialog(parent), m_options(std::move(options)), m_groups(new QListWidget(this)),
      m_pages(new QStackedWidget(this)), m_said(said({}, 13, Ink::Down)), m_typed(m_options.now.settings) {
    setWindowTitle(tr("Settings"));
    resize(qMin(940, qRound(880 * textScale())), 620);
    m_groups->setObjectName(QStringLiteral("groups"));
    m_groups->setAccessibleName(tr("Groups of settings"));
    m_groups->setFixedWidth(qMin(300, qRound(groupsWidth * textScale())));
    m_groups->setWordWrap(true);
    makeNumbers(SettingGroup::Watching, tr("Watching"),
                tr("How often whom is asked, and how long an answer is waited for. What the watchlist says of a target "
                   "wins over this. The limits can be lowered, not raised."));
    makeNumbers(SettingGroup::Judging, tr("Judging"),
                tr("When a silence counts. From now on: the past stays judged as it was, and the record keeps from "
                   "when on which numbers held."));
    makeNumbers(SettingGroup::Incidents, tr("Incidents"), tr("What makes one incident, and when it is told."));
    makeLooks();
    makePublishing();
    makeLinks();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_groups);
    middle->addWidget(m_pages, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addWidget(
        said(tr("The numbers are kept in %1, which may be edited too.").arg(m_options.file), 12, Ink::Text3));
    m_said->setObjectName(QStringLiteral("said"));
    column->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this);
    m_apply = buttons->button(QDialogButtonBox::Apply);
    m_apply->setObjectName(QStringLiteral("apply"));
    m_apply->setDefault(true);
    column->addWidget(buttons);
    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_groups, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_groups->setCurrentRow(0);
    m_groups->setFocus();
    follow();
}

QVBoxLayout* SettingsDialog::page(const QString& name, const QString& about) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->addWidget(said(name, 15, Ink::Text));
    if (!about.isEmpty())
        column->addWidget(said(about, 13, Ink::Text2));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(name);
    m_pages->addWidget(scroll);
    m_groups->addItem(name);
    return column;
}

void SettingsDialog::makeNumbers(SettingGroup group, const QString& name, const QString& about) {
    QVBoxLayout* const column = page(name, about);
    auto* rows = new SettingRows(group, m_options.now.settings);
    column->addWidget(rows);
    column->addStretch(1);
    connect(rows, &SettingRows::edited, this, &SettingsDialog::follow);
    m_rows.push_back(rows);
}

void SettingsDialog::makeLooks() {
    QVBoxLayout* const column = page(tr("Appearance"), {});
    const Look& now = m_options.now.look;
    m_theme = selector(tr("Theme"),
                       {{tr("As the desktop"), int(ThemeChoice::System)},
                        {tr("Light"), int(ThemeChoice::Light)},
                        {tr("Dark"), int(ThemeChoice::Dark)}},
                       int(now.theme));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_contrast = selector(
        tr("Contrast"),
        {{tr("As the desktop"), int(Wish::AsDesktop)}, {tr("Higher"), int(Wish::Yes)}, {tr("Usual"), int(Wish::No)}},
        int(now.contrast));
    m_contrast->setObjectName(QStringLiteral("contrast"));
    m_motion = selector(
        tr("Motion"),
        {{tr("As the desktop"), int(Wish::AsDesktop)}, {tr("None"), int(Wish::Yes)}, {tr("Usual"), int(Wish::No)}},
        int(now.stillness));
    m_motion->setObjectName(QStringLiteral("motion"));
    std::vector<std::pair<QString, QVariant>> sizes;
    for (const int percent : {100, 125, 150, 175, 200})
        sizes.emplace_back(tr("%1 %").arg(percent), percent);
    m_textSize = selector(tr("Text size"), sizes, now.textPercent);
    m_textSize->setObjectName(QStringLiteral("text-size"));
    m_language = selector(tr("Language"),
                          {{tr("As the desktop"), QString()},
                           {QStringLiteral("English"), QStringLiteral("en")},
                           {QStringLiteral("한국어"), QStringLiteral("ko")}},
                          now.language);
    m_language->setObjectName(QStringLiteral("language"));
    for (Selector* const each : {m_theme, m_contrast, m_motion, m_textSize, m_language}) {
        auto* name = said(each->accessibleName(), 13, Ink::Text);
        name->setBuddy(each);
        column->addWidget(name);
        column->addWidget(each);
        column->addSpacing(8);
    }
    column->addWidget(
        said(tr("Clocks show Korea time first, UTC beneath it, and the time of this computer third."), 13, Ink::Text2));
    if (m_options.keepsPlace)
        makePlace(*column);
    column->addStretch(1);
}

void SettingsDialog::makePlace(QVBoxLayout& into) {
    into.addSpacing(8);
    m_place = line(into, tr("Seen from"), m_options.now.place,
                   tr("Where you watch from, in your own words: “our office in Seoul”. It is shown in this window, and "
                      "asked again when your network changes. It is in no export."));
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setPlaceholderText(tr("one computer"));
}

QLineEdit* SettingsDialog::line(QVBoxLayout& into, const QString& name, const QString& text, const QString& about) {
    auto* edit = new QLineEdit(text);
    edit->setMaxLength(longestLine);
    edit->setAccessibleName(name);
    edit->setAccessibleDescription(about);
    auto* label = said(name, 13, Ink::Text);
    label->setBuddy(edit);
    into.addWidget(label);
    into.addWidget(edit);
    into.addWidget(said(about, 12, Ink::Text3));
    into.addSpacing(8);
    return edit;
}

void SettingsDialog::makePublishing() {
    QVBoxLayout* const column = page(tr("Publishing"), tr("What new charts and texts begin with."));
    const ChartStyle& chart = m_options.now.chart;
    m_newsroom = line(*column, tr("Newsroom"), chart.newsroom,
                      tr("For the credit line: “checks by …”. Empty: nobody is named."));
    m_newsroom->setObjectName(QStringLiteral("newsroom"));
    m_chartPlace = line(*column, tr("Checked from"), chart.place,
                        tr("In charts and texts that leave. It can give away where you are. Empty: one computer."));
    m_chartPlace->setObjectName(QStringLiteral("chart-place"));
    m_logo = line(*column, tr("Logo"), chart.logo, tr("A picture file for the corner of charts. Empty: none."));
    m_logo->setObjectName(QStringLiteral("logo"));
    m_logo->setMaxLength(4096);
    auto* choose = new SideButton(tr("Choose a picture…"));
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseLogo);
    column->addWidget(choose, 0, Qt::AlignLeft);
    column->addStretch(1);
}

void SettingsDialog::chooseLogo() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Logo"), m_logo->text(), tr("Pictures (*.png *.jpg *.svg)"));
    if (!file.isEmpty())
        m_logo->setText(file);
}

// Links of one group stand together, on a page of their own unless there is one of that name.
void SettingsDialog::makeLinks() {
    std::map<QString, QVBoxLayout*> pages;
    for (const SettingsLink& link : m_options.links) {
        QVBoxLayout*& column = pages[link.group];
        if (column == nullptr) {
            column = page(link.group, {});
            column->addStretch(1);
        }
        auto* button = new SideButton(link.text);
        button->setAccessibleDescription(link.about);
        connect(button, &QPushButton::clicked, this, [this, open = link.open] {
            m_link = open;
            reject();
        });
        column->insertWidget(column->count() - 1, said(link.about, 13, Ink::Text2));
        column->insertWidget(column->count() - 1, button, 0, Qt::AlignLeft);
    }
}

// All of it is read as a file would be. The reader tells one fault at a time: the default stands there for the next.
void SettingsDialog::follow() {
    SettingFaults faults;
    QString first;
    for (std::set<std::string> usual;;) {
        std::string members;
        for (const SettingRows* const rows : m_rows)
            members += (members.empty() ? "" : ",") + rows->members(usual);
        try {
            const Settings typed = parseSettings("{" + members + "}", "settings");
            if (first.isEmpty())
                m_typed = typed;
            break;
        } catch (const InputError& error) {
            const DraftFault fault = faultIn(error.what(), "settings");
            const std::string key = fault.key.empty() ? fault.sentence.substr(0, fault.sentence.find(' ')) : fault.key;
            const std::string row = key.substr(0, key.find('['));
            if (first.isEmpty())
                first = faultInForm(fault, labelOf(row));
            faults.emplace(row, faultInForm(fault, {})); // its label stands beside it
            if (!usual.insert(row).second)
                break;
        }
    }
    showFaults(faults, first);
    m_apply->setEnabled(first.isEmpty());
}

void SettingsDialog::showFaults(const std::map<std::string, QString>& faults, const QString& sentence) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool here = m_rows[i]->showFaults(faults);
        m_groups->item(static_cast<int>(i))
            ->setForeground(here ? inkColour(Ink::Down, themeInForce()) : inkColour(Ink::Text, themeInForce()));
    }
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void SettingsDialog::accept() {
    follow();
    if (!m_apply->isEnabled())
        return;
    SettingsChoice choice = m_options.now;
    choice.settings = m_typed;
    choice.look = {static_cast<ThemeChoice>(m_theme->currentData().toInt()), m_textSize->currentData().toInt(),
                   static_cast<Wish>(m_contrast->currentData().toInt()),
                   static_cast<Wish>(m_motion->currentData().toInt()), m_language->currentData().toString()};
    choice.chart.newsroom = m_newsroom->text().simplified();
    choice.chart.place = m_chartPlace->text().simplified();
    choice.chart.logo = m_logo->text().trimmed();
    if (m_place != nullptr)
        choice.place = m_place->text().simplified();
    try {
        m_options.apply(choice);
        QDialog::accept();
    } catch (const std::runtime_error& error) {
        m_said->setText(troubleWords(error.what()));
        m_said->show();
    }
}

} // namespace kpwatch
