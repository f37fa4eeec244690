// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of the rules and how the program looks, in groups, with units, defaults and bounds. What is wrong is
// said beside the field, and nothing can be applied until all of it is right. GUI thread.
#pragma once

#include "app/settings.h"
#include "ui/export/chart_style.h"
#include "ui/remembered.h"
#include "ui/settings/setting_words.h"

#include <QDialog>

#include <functional>
#include <map>
#include <string>
#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kpwatch {

class Selector;
class SettingRows;
class TextLabel;

// All that the dialog lets a person choose.
struct SettingsChoice {
    Settings settings;
    Look look;
    ChartStyle chart; // credit line, place and logo of it
    QString place;    // where the person watches from, in their own words
};

// What has a window of its own, and is found from here.
struct SettingsLink {
    QString group, text, about;
    std::function<void()> open;
};

struct SettingsDialogOptions {
    SettingsChoice now;
    QString file;                                     // where the numbers are kept
    bool keepsPlace = false;                          // beside a record
    std::vector<SettingsLink> links;                  // opened once this is closed
    std::function<void(const SettingsChoice&)> apply; // throws InputError, StorageError, WriterBusyError
};

class SettingsDialog : public QDialog {
    Q_OBJECT
  public:
    explicit SettingsDialog(SettingsDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // applies
    std::function<void()> linkChosen() const { return m_link; }

  private:
    QVBoxLayout* page(const QString& name, const QString& about);
    void makeNumbers(SettingGroup group, const QString& name, const QString& about);
    void makeLooks();
    void makePublishing();
    void makePlace(QVBoxLayout& into);
    void makeLinks();
    void chooseLogo();
    void follow();
    void showFaults(const std::map<std::string, QString>& faults, const QString& sentence);
    QLineEdit* line(QVBoxLayout& into, const QString& name, const QString& text, const QString& about);

    const SettingsDialogOptions m_options;
    std::vector<SettingRows*> m_rows;
    std::function<void()> m_link;
    QListWidget* m_groups;
    QStackedWidget* m_pages;
    Selector *m_theme = nullptr, *m_contrast = nullptr, *m_motion = nullptr, *m_textSize = nullptr,
             *m_language = nullptr;
    QLineEdit *m_newsroom = nullptr, *m_chartPlace = nullptr, *m_logo = nullptr, *m_place = nullptr;
    TextLabel* m_said;
    QPushButton* m_apply = nullptr;
    Settings m_typed; // while nothing is wrong
};

} // namespace kpwatch
