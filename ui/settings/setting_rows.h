// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of one group as rows of a form: sentence, field, unit, default, and what is wrong with it in the words
// of the reader of files. GUI thread.
#pragma once

#include "app/settings.h"
#include "ui/settings/setting_words.h"

#include <QWidget>

#include <map>
#include <set>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace kpwatch {

class TextLabel;

using SettingFaults = std::map<std::string, QString>; // sentences by key of the file

class SettingRows : public QWidget {
    Q_OBJECT
  public:
    SettingRows(SettingGroup group, const Settings& settings, QWidget* parent = nullptr);

    // What was typed, as members of a settings file: "key": value, without braces; of the keys in `usual` the default.
    std::string members(const std::set<std::string>& usual) const;
    // Shows each beneath its field and takes all others away. False if this group has none of these keys.
    bool showFaults(const SettingFaults& faults);

  Q_SIGNALS:
    void edited();

  private:
    struct Row {
        std::string key;
        QLineEdit* edit;
        QPushButton* reset;
        TextLabel* fault;
        QString usual;
        QString about; // its bounds and its default, for who hears them
    };
    void add(QGridLayout& grid, const SettingWords& words, const Settings& settings);
    void follow(const Row& row);

    std::vector<Row> m_rows;
};

// The value of a key as it is typed: "120", "30, 75, 190".
QString settingText(const Settings& settings, std::string_view key);

} // namespace kpwatch
