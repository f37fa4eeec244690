// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_rows.h"

#include "app/settings_file.h"
#include "app/watchlist_draft.h"
#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

constexpr int fieldWidth = 130, longestText = 80;

// As JSON: a number where it is one, a list of them where a list is asked for; else the text, for the reader to refuse.
std::string valueFrom(const std::string& key, const QString& typed) {
    const auto one = [](const QString& text) -> nlohmann::json {
        bool whole = false, number = false;
        const qlonglong integer = text.toLongLong(&whole);
        const double real = text.toDouble(&number);
        return whole ? nlohmann::json(integer) : number ? nlohmann::json(real) : nlohmann::json(text.toStdString());
    };
    if (key != "recheck_s")
        return one(typed.trimmed()).dump();
    auto list = nlohmann::json::array();
    for (const QString& each : typed.split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(one(each.trimmed()));
    return list.dump();
}

QString boundsText(const SettingBounds& bounds) {
    return SettingRows::tr("%1 to %2").arg(QString::number(bounds.lowest), QString::number(bounds.highest));
}

} // namespace

QString settingText(const Settings& settings, std::string_view key) {
    const nlohmann::json value = nlohmann::json::parse(settingsJson(settings))[std::string(key)];
    if (!value.is_array())
        return QString::number(value.get<double>());
    QStringList words;
    for (const nlohmann::json& each : value)
        words << QString::number(each.get<double>());
    return words.join(QStringLiteral(", "));
}

SettingRows::SettingRows(SettingGroup group, const Settings& settings, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    for (const SettingWords& words : settingWords())
        if (words.group == group)
            add(*grid, words, settings);
}

void SettingRows::add(QGridLayout& grid, const SettingWords& words, const Settings& settings) {
    const std::string key(words.key);
    Row row{key,
            new QLineEdit(settingText(settings, key), this),
            new SideButton(tr("Reset"), this),
            new TextLabel(12, 400, Ink::Down, this),
            settingText({}, key),
            {}};
    const QString name = words::cleaned(key, longestText);
    row.edit->setObjectName(name);
    row.edit->setMaxLength(longestText);
    row.edit->setFixedWidth(qRound(fieldWidth * textScale()));
    auto* label = new TextLabel(13, 400, Ink::Text, this);
    label->setText(words.label);
    label->setWordWrap(true);
    label->setBuddy(row.edit);
    auto* usual = new TextLabel(13, 400, Ink::Text2, this);
    usual->setWordWrap(true);
    const QString whole = row.usual + QChar::Nbsp + words.unit; // in one line
    usual->setText(words.unit.isEmpty() ? tr("default: %1").arg(row.usual)
                                        : tr("%2, default: %1").arg(whole, words.unit));
    row.edit->setAccessibleName(words.unit.isEmpty() ? words.label
                                                     : QStringLiteral("%1 (%2)").arg(words.label, words.unit));
    for (const SettingBounds& bounds : settingBounds())
        if (bounds.key == key) {
            setPlainTip(*row.edit, tr("%1. In the file: %2").arg(boundsText(bounds), name));
            row.about = tr("%1, default %2").arg(boundsText(bounds), row.usual);
            row.edit->setAccessibleDescription(row.about);
        }
    row.reset->setObjectName(QStringLiteral("reset-") + name);
    row.reset->setAccessibleName(tr("Reset: %1").arg(words.label));
    row.fault->setObjectName(QStringLiteral("fault-") + name);
    row.fault->setWordWrap(true);
    row.fault->hide();
    const int line = grid.rowCount();
    grid.addWidget(label, line, 0, 1, 3);
    grid.addWidget(row.edit, line + 1, 0);
    grid.addWidget(usual, line + 1, 1);
    grid.addWidget(row.reset, line + 1, 2);
    grid.addWidget(row.fault, line + 2, 0, 1, 3);
    grid.setRowMinimumHeight(line + 3, 6);
    connect(row.edit, &QLineEdit::textChanged, this, [this, row] {
        follow(row);
        Q_EMIT edited();
    });
    connect(row.reset, &QPushButton::clicked, this, [row] {
        row.edit->setText(row.usual);
        row.edit->setFocus();
    });
    follow(row);
    m_rows.push_back(row);
}

void SettingRows::follow(const Row& row) { row.reset->setEnabled(row.edit->text().trimmed() != row.usual); }

std::string SettingRows::members(const std::set<std::string>& usual) const {
    std::string text;
    for (const Row& row : m_rows)
        text += (text.empty() ? "\"" : ",\"") + row.key +
                "\":" + valueFrom(row.key, usual.contains(row.key) ? row.usual : row.edit->text());
    return text;
}

bool SettingRows::showFaults(const SettingFaults& faults) {
    bool found = false;
    for (const Row& row : m_rows) {
        const auto its = faults.find(row.key);
        const bool meant = its != faults.end();
        row.fault->setText(meant ? its->second : QString());
        row.fault->setVisible(meant);
        row.edit->setAccessibleDescription(meant ? QStringLiteral("%1 %2").arg(its->second, row.about) : row.about);
        found = found || meant;
    }
    return found;
}

} // namespace kpwatch
