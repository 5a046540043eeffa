<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kontor::ui::ReminderList</name>
    <message numerus="yes">
        <source>In %Ln minute(s)</source>
        <translation>
            <numerusform>In %Ln minute</numerusform>
            <numerusform>In %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln hour(s)</source>
        <translation>
            <numerusform>In %Ln hour</numerusform>
            <numerusform>In %Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::exchange</name>
    <message numerus="yes">
        <source>%Ln record(s) are new.</source>
        <translation>
            <numerusform>%Ln record is new.</numerusform>
            <numerusform>%Ln records are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the last time are not in the file any more. They stay as they are.</source>
        <translation>
            <numerusform>%Ln record of the last time is not in the file any more. It stays as it is.</numerusform>
            <numerusform>%Ln records of the last time are not in the file any more. They stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::recovery</name>
    <message numerus="yes">
        <source>%Ln row(s) could be read from the damaged file.</source>
        <translation>
            <numerusform>%Ln row could be read from the damaged file.</numerusform>
            <numerusform>%Ln rows could be read from the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) came back from the journals.</source>
        <translation>
            <numerusform>%Ln act came back from the journals.</numerusform>
            <numerusform>%Ln acts came back from the journals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) could be read from the damaged file alone.</source>
        <translation>
            <numerusform>%Ln act could be read from the damaged file alone.</numerusform>
            <numerusform>%Ln acts could be read from the damaged file alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) could not be found anywhere.</source>
        <translation>
            <numerusform>%Ln act could not be found anywhere.</numerusform>
            <numerusform>%Ln acts could not be found anywhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) did not agree with what they are made from and were made again; look at those cards.</source>
        <translation>
            <numerusform>%Ln value did not agree with what it is made from and was made again; look at that card.</numerusform>
            <numerusform>%Ln values did not agree with what they are made from and were made again; look at those cards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are lost; what belonged to them stands under “Lost, number …”.</source>
        <translation>
            <numerusform>%Ln record is lost; what belonged to it stands under “Lost, number …”.</numerusform>
            <numerusform>%Ln records are lost; what belonged to them stands under “Lost, number …”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new file has %Ln problem(s).</source>
        <translation>
            <numerusform>The new file has %Ln problem.</numerusform>
            <numerusform>The new file has %Ln problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CallDesk</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln left out: %1</numerusform>
            <numerusform>%Ln left out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CallPreparation</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) to call</source>
        <translation>
            <numerusform>%Ln customer to call</numerusform>
            <numerusform>%Ln customers to call</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln left out: %1</numerusform>
            <numerusform>%Ln left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CallSummary</name>
    <message numerus="yes">
        <source>%Ln call(s) in %1 min</source>
        <translation>
            <numerusform>%Ln call in %1 min</numerusform>
            <numerusform>%Ln calls in %1 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continue with %Ln no-answer(s)</source>
        <translation>
            <numerusform>Continue with %Ln no-answer</numerusform>
            <numerusform>Continue with %Ln no-answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardFields</name>
    <message numerus="yes">
        <source>%1 (in %Ln day(s))</source>
        <translation>
            <numerusform>%1 (in %Ln day)</numerusform>
            <numerusform>%1 (in %Ln days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardFieldsPane</name>
    <message numerus="yes">
        <source>Add field (%Ln empty)</source>
        <translation>
            <numerusform>Add field (%Ln empty)</numerusform>
            <numerusform>Add field (%Ln empty)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardFiles</name>
    <message numerus="yes">
        <source>%Ln file(s) linked.</source>
        <translation>
            <numerusform>%Ln file linked.</numerusform>
            <numerusform>%Ln files linked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardHeader</name>
    <message numerus="yes">
        <source>12 months: %1 in %Ln purchase(s)</source>
        <translation>
            <numerusform>12 months: %1 in %Ln purchase</numerusform>
            <numerusform>12 months: %1 in %Ln purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardLinksModel</name>
    <message numerus="yes">
        <source>All %Ln next step(s)</source>
        <translation>
            <numerusform>The %Ln next step</numerusform>
            <numerusform>All %Ln next steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln file(s)</source>
        <translation>
            <numerusform>The %Ln file</numerusform>
            <numerusform>All %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln relation(s)</source>
        <translation>
            <numerusform>The %Ln relation</numerusform>
            <numerusform>All %Ln relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln purchase</numerusform>
            <numerusform>%Ln purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln purchase(s)</source>
        <translation>
            <numerusform>The %Ln purchase</numerusform>
            <numerusform>All %Ln purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardNews</name>
    <message numerus="yes">
        <source>changed %Ln field(s)</source>
        <translation>
            <numerusform>changed %Ln field</numerusform>
            <numerusform>changed %Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ChangePopover</name>
    <message numerus="yes">
        <source>%Ln customer(s) will change</source>
        <translation>
            <numerusform>%Ln customer will change</numerusform>
            <numerusform>%Ln customers will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln customer(s)</source>
        <translation>
            <numerusform>Change %Ln customer</numerusform>
            <numerusform>Change %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerBulkActs</name>
    <message numerus="yes">
        <source>Tags of %Ln customer(s) changed.</source>
        <translation>
            <numerusform>Tags of %Ln customer changed.</numerusform>
            <numerusform>Tags of %Ln customers changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) changed.</source>
        <translation>
            <numerusform>%Ln customer changed.</numerusform>
            <numerusform>%Ln customers changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln customer moved to the trash.</numerusform>
            <numerusform>%Ln customers moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerCardPage</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) that were changed since stay on this card.</source>
        <translation>
            <numerusform>%Ln value that was changed since stays on this card.</numerusform>
            <numerusform>%Ln values that were changed since stay on this card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerListModel</name>
    <message numerus="yes">
        <source>%1: %Ln customer(s)</source>
        <translation>
            <numerusform>%1: %Ln customer</numerusform>
            <numerusform>%1: %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s) in the last 12 months</source>
        <translation>
            <numerusform>%Ln purchase in the last 12 months</numerusform>
            <numerusform>%Ln purchases in the last 12 months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerListPanel</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) copied.</source>
        <translation>
            <numerusform>%Ln customer copied.</numerusform>
            <numerusform>%Ln customers copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No customers match these %Ln filter(s)</source>
        <translation>
            <numerusform>No customers match this filter</numerusform>
            <numerusform>No customers match these %Ln filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new customer(s): show</source>
        <translation>
            <numerusform>%Ln new customer: show</numerusform>
            <numerusform>%Ln new customers: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomersPage</name>
    <message numerus="yes">
        <source>%Ln selected customer(s)</source>
        <translation>
            <numerusform>%Ln selected customer</numerusform>
            <numerusform>%Ln selected customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::FileNotice</name>
    <message numerus="yes">
        <source>Offline, %Ln waiting</source>
        <translation>
            <numerusform>Offline, %Ln waiting</numerusform>
            <numerusform>Offline, %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln…</source>
        <translation>
            <numerusform>Saving %Ln…</numerusform>
            <numerusform>Saving %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are kept on this computer and will be saved when the drive is back.</source>
        <translation>
            <numerusform>%Ln change is kept on this computer and will be saved when the drive is back.</numerusform>
            <numerusform>%Ln changes are kept on this computer and will be saved when the drive is back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %Ln waiting change(s) are safe on this computer.</source>
        <translation>
            <numerusform>Your %Ln waiting change is safe on this computer.</numerusform>
            <numerusform>Your %Ln waiting changes are safe on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are kept on this computer.</source>
        <translation>
            <numerusform>%Ln change is kept on this computer.</numerusform>
            <numerusform>%Ln changes are kept on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) saved.</source>
        <translation>
            <numerusform>%Ln change saved.</numerusform>
            <numerusform>%Ln changes saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) your decision.</source>
        <translation>
            <numerusform>%Ln needs your decision.</numerusform>
            <numerusform>%Ln need your decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::FindBox</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln</source>
        <translation>
            <numerusform>The first %Ln</numerusform>
            <numerusform>The first %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::Formats</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::History</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln purchase</numerusform>
            <numerusform>%Ln purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln way(s) to reach</source>
        <translation>
            <numerusform>%Ln way to reach</numerusform>
            <numerusform>%Ln ways to reach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offer(s)</source>
        <translation>
            <numerusform>%Ln offer</numerusform>
            <numerusform>%Ln offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln detail(s)</source>
        <translation>
            <numerusform>%Ln detail</numerusform>
            <numerusform>%Ln details</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln change(s)</source>
        <translation>
            <numerusform>More than %Ln change</numerusform>
            <numerusform>More than %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addition(s)</source>
        <translation>
            <numerusform>%Ln addition</numerusform>
            <numerusform>%Ln additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln addition(s)</source>
        <translation>
            <numerusform>More than %Ln addition</numerusform>
            <numerusform>More than %Ln additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::HistoryExport</name>
    <message numerus="yes">
        <source>%Ln line(s) of the history exported to %1.</source>
        <translation>
            <numerusform>%Ln line of the history exported to %1.</numerusform>
            <numerusform>%Ln lines of the history exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::HistoryPage</name>
    <message numerus="yes">
        <source>Older version restored, %Ln change(s).</source>
        <translation>
            <numerusform>Older version restored, %Ln change.</numerusform>
            <numerusform>Older version restored, %Ln changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %1. What was changed since stays: %Ln place(s).</source>
        <translation>
            <numerusform>Taken back: %1. What was changed since stays: %Ln place.</numerusform>
            <numerusform>Taken back: %1. What was changed since stays: %Ln places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::LiveSide</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::MailListPopover</name>
    <message numerus="yes">
        <source>%Ln address(es) can be written to.</source>
        <translation>
            <numerusform>%Ln address can be written to.</numerusform>
            <numerusform>%Ln addresses can be written to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::MainWindow</name>
    <message numerus="yes">
        <source>What was changed since stays: %Ln place(s).</source>
        <translation>
            <numerusform>What was changed since stays: %Ln place.</numerusform>
            <numerusform>What was changed since stays: %Ln places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted after %1 days in the trash: %Ln thing(s).</source>
        <translation>
            <numerusform>Deleted after %1 days in the trash: %Ln thing.</numerusform>
            <numerusform>Deleted after %1 days in the trash: %Ln things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the trash</source>
        <translation>
            <numerusform>%Ln in the trash</numerusform>
            <numerusform>%Ln in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) due</source>
        <translation>
            <numerusform>%Ln task due</numerusform>
            <numerusform>%Ln tasks due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait on this computer. They will be saved next time you open the file here.</source>
        <translation>
            <numerusform>%Ln change waits on this computer. It will be saved next time you open the file here.</numerusform>
            <numerusform>%Ln changes wait on this computer. They will be saved next time you open the file here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) with a number or address that reaches nobody</source>
        <translation>
            <numerusform>%Ln customer with a number or address that reaches nobody</numerusform>
            <numerusform>%Ln customers with a number or address that reaches nobody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::MiniCard</name>
    <message numerus="yes">
        <source>%1 in %Ln purchase(s), 12 months</source>
        <translation>
            <numerusform>%1 in %Ln purchase, 12 months</numerusform>
            <numerusform>%1 in %Ln purchases, 12 months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::OutcomesPane</name>
    <message numerus="yes">
        <source>%1 in %Ln hour(s)</source>
        <translation>
            <numerusform>%1 in %Ln hour</numerusform>
            <numerusform>%1 in %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln working day(s)</source>
        <translation>
            <numerusform>%1 in %Ln working day</numerusform>
            <numerusform>%1 in %Ln working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln week(s)</source>
        <translation>
            <numerusform>%1 in %Ln week</numerusform>
            <numerusform>%1 in %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln month(s)</source>
        <translation>
            <numerusform>%1 in %Ln month</numerusform>
            <numerusform>%1 in %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln day(s)</source>
        <translation>
            <numerusform>%1 in %Ln day</numerusform>
            <numerusform>%1 in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ReminderCentre</name>
    <message numerus="yes">
        <source>%Ln reminder(s)</source>
        <translation>
            <numerusform>%Ln reminder</numerusform>
            <numerusform>%Ln reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>And %Ln more</numerusform>
            <numerusform>And %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::RepeatField</name>
    <message numerus="yes">
        <source>Every %Ln day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln week(s) on %1</source>
        <translation>
            <numerusform>Every week on %1</numerusform>
            <numerusform>Every %Ln weeks on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln month(s) on day %1</source>
        <translation>
            <numerusform>Every month on day %1</numerusform>
            <numerusform>Every %Ln months on day %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln year(s) on %1</source>
        <translation>
            <numerusform>Every year on %1</numerusform>
            <numerusform>Every %Ln years on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::SegmentListModel</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::SegmentsPage</name>
    <message numerus="yes">
        <source>The segment “%1” is saved without %Ln unfinished line(s).</source>
        <translation>
            <numerusform>The segment “%1” is saved without %Ln unfinished line.</numerusform>
            <numerusform>The segment “%1” is saved without %Ln unfinished lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::SourcesPane</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) will change.</source>
        <translation>
            <numerusform>%Ln customer will change.</numerusform>
            <numerusform>%Ln customers will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have “%1” already: the two become one.</source>
        <translation>
            <numerusform>%Ln has “%1” already: the two become one.</numerusform>
            <numerusform>%Ln have “%1” already: the two become one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) found you by “%1” now.</source>
        <translation>
            <numerusform>%Ln customer found you by “%1” now.</numerusform>
            <numerusform>%Ln customers found you by “%1” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is removed from %Ln customer(s).</source>
        <translation>
            <numerusform>“%1” is removed from %Ln customer.</numerusform>
            <numerusform>“%1” is removed from %Ln customers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TagsPane</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “%1” is deleted. %Ln customer(s) carried it.</source>
        <translation>
            <numerusform>The tag “%1” is deleted. %Ln customer carried it.</numerusform>
            <numerusform>The tag “%1” is deleted. %Ln customers carried it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::Timeline</name>
    <message numerus="yes">
        <source>%1, %Ln minute(s)</source>
        <translation>
            <numerusform>%1, %Ln minute</numerusform>
            <numerusform>%1, %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TimelineBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TodayModel</name>
    <message numerus="yes">
        <source>Show %Ln more task(s)</source>
        <translation>
            <numerusform>Show %Ln more task</numerusform>
            <numerusform>Show %Ln more tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln birthday(s) in the next 7 days</source>
        <translation>
            <numerusform>%Ln birthday in the next 7 days</numerusform>
            <numerusform>%Ln birthdays in the next 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) without a next step</source>
        <translation>
            <numerusform>%Ln customer without a next step</numerusform>
            <numerusform>%Ln customers without a next step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TodayPage</name>
    <message numerus="yes">
        <source>%Ln task(s) postponed to tomorrow.</source>
        <translation>
            <numerusform>%Ln task postponed to tomorrow.</numerusform>
            <numerusform>%Ln tasks postponed to tomorrow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TrashModel</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TrashPage</name>
    <message numerus="yes">
        <source>Back from the trash: %Ln thing(s).</source>
        <translation>
            <numerusform>Back from the trash: %Ln thing.</numerusform>
            <numerusform>Back from the trash: %Ln things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln thing(s) for good</source>
        <translation>
            <numerusform>Delete %Ln thing for good</numerusform>
            <numerusform>Delete %Ln things for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) deleted for good.</source>
        <translation>
            <numerusform>%Ln thing deleted for good.</numerusform>
            <numerusform>%Ln things deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::TypesPane</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportReadingStep</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read: the step Check lists them with the reason.</source>
        <translation>
            <numerusform>%Ln row cannot be read: the step Check lists it with the reason.</numerusform>
            <numerusform>%Ln rows cannot be read: the step Check lists them with the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some letters look wrong. Try another encoding: %Ln fit(s) better.</source>
        <translation>
            <numerusform>Some letters look wrong. Try another encoding: %Ln fits better.</numerusform>
            <numerusform>Some letters look wrong. Try another encoding: %Ln fit better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportColumnsStep</name>
    <message numerus="yes">
        <source>%Ln column(s) will be left out: %1</source>
        <translation>
            <numerusform>%Ln column will be left out: %1</numerusform>
            <numerusform>%Ln columns will be left out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportCheckStep</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln filled</source>
        <translation>
            <numerusform>%Ln filled</numerusform>
            <numerusform>%Ln filled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overwritten</source>
        <translation>
            <numerusform>%Ln overwritten</numerusform>
            <numerusform>%Ln overwritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln here already</source>
        <translation>
            <numerusform>%Ln here already</numerusform>
            <numerusform>%Ln here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at what would happen: %Ln row(s) read.</source>
        <translation>
            <numerusform>Looking at what would happen: %Ln row read.</numerusform>
            <numerusform>Looking at what would happen: %Ln rows read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try with the first %Ln row(s)</source>
        <translation>
            <numerusform>Try with the first %Ln row</numerusform>
            <numerusform>Try with the first %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportDoneStep</name>
    <message numerus="yes">
        <source>%Ln row(s) taken in so far.</source>
        <translation>
            <numerusform>%Ln row taken in so far.</numerusform>
            <numerusform>%Ln rows taken in so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s): %1</source>
        <translation>
            <numerusform>The first %Ln row: %1</numerusform>
            <numerusform>The first %Ln rows: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportPage</name>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that were edited since are kept.</source>
        <translation>
            <numerusform>%Ln that was edited since is kept.</numerusform>
            <numerusform>%Ln that were edited since are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that were edited since are in the trash.</source>
        <translation>
            <numerusform>%Ln that was edited since is in the trash.</numerusform>
            <numerusform>%Ln that were edited since are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 were edited after the import. Removed ones go to the trash, where you can restore them.</source>
        <translation>
            <numerusform>%Ln of %1 was edited after the import. A removed one goes to the trash, where you can restore it.</numerusform>
            <numerusform>%Ln of %1 were edited after the import. Removed ones go to the trash, where you can restore them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep those %Ln</source>
        <translation>
            <numerusform>Keep that one</numerusform>
            <numerusform>Keep those %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%Ln field(s) differ.</source>
        <translation>
            <numerusform>%Ln field differs.</numerusform>
            <numerusform>%Ln fields differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::BringBackDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::BringBack</name>
    <message numerus="yes">
        <source>%Ln record(s) came back.</source>
        <translation>
            <numerusform>%Ln record came back.</numerusform>
            <numerusform>%Ln records came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are again as in the backup.</source>
        <translation>
            <numerusform>%Ln value is again as in the backup.</numerusform>
            <numerusform>%Ln values are again as in the backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) stayed out: their name or number is taken by now.</source>
        <translation>
            <numerusform>%Ln record stayed out: its name or number is taken by now.</numerusform>
            <numerusform>%Ln records stayed out: their names or numbers are taken by now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::ImportMatchingStep</name>
    <message numerus="yes">
        <source>Looking who is here already: %Ln row(s) read.</source>
        <translation>
            <numerusform>Looking who is here already: %Ln row read.</numerusform>
            <numerusform>Looking who is here already: %Ln rows read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are about somebody who is here already or stands in the file twice.</source>
        <translation>
            <numerusform>%Ln row is about somebody who is here already or stands in the file twice.</numerusform>
            <numerusform>%Ln rows are about somebody who is here already or stands in the file twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::DataCarePage</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CareCardsPart</name>
    <message numerus="yes">
        <source>%Ln card(s) have every field that is ticked under Fields. Enter opens a card.</source>
        <translation>
            <numerusform>%Ln card has every field that is ticked under Fields. Enter opens a card.</numerusform>
            <numerusform>%Ln cards have every field that is ticked under Fields. Enter opens a card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CareSilentModel</name>
    <message numerus="yes">
        <source>No contact and no change for %Ln month(s)</source>
        <translation>
            <numerusform>No contact and no change for %Ln month</numerusform>
            <numerusform>No contact and no change for %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No contact for %Ln month(s)</source>
        <translation>
            <numerusform>No contact for %Ln month</numerusform>
            <numerusform>No contact for %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No contact and no change for %Ln year(s)</source>
        <translation>
            <numerusform>No contact and no change for %Ln year</numerusform>
            <numerusform>No contact and no change for %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No contact for %Ln year(s)</source>
        <translation>
            <numerusform>No contact for %Ln year</numerusform>
            <numerusform>No contact for %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln customer(s)</source>
        <translation>
            <numerusform>%1: %Ln customer</numerusform>
            <numerusform>%1: %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::CareFixesPart</name>
    <message numerus="yes">
        <source>%Ln value(s) changed.</source>
        <translation>
            <numerusform>%Ln value changed.</numerusform>
            <numerusform>%Ln values changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had another value by then and stay(s) as they are.</source>
        <translation>
            <numerusform>%Ln had another value by then and stays as it is.</numerusform>
            <numerusform>%Ln had other values by then and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) can be put right here: Space ticks one, Enter opens its card.</source>
        <translation>
            <numerusform>%Ln value can be put right here: Space ticks it, Enter opens its card.</numerusform>
            <numerusform>%Ln values can be put right here: Space ticks one, Enter opens its card.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln only you can tell what was meant: open the card.</source>
        <translation>
            <numerusform>For %Ln only you can tell what was meant: open the card.</numerusform>
            <numerusform>For %Ln only you can tell what was meant: open the card.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln value(s)</source>
        <translation>
            <numerusform>Change %Ln value</numerusform>
            <numerusform>Change %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::PastImportsModel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln filled</source>
        <translation>
            <numerusform>%Ln filled</numerusform>
            <numerusform>%Ln filled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kontor::ui::PastImportsPart</name>
    <message numerus="yes">
        <source>%Ln of them was/were edited after the import.</source>
        <translation>
            <numerusform>%Ln of them was edited after the import.</numerusform>
            <numerusform>%Ln of them were edited after the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep those %Ln</source>
        <translation>
            <numerusform>Keep that one</numerusform>
            <numerusform>Keep those %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import was taken back: %Ln removed.</source>
        <translation>
            <numerusform>The import was taken back: %Ln removed.</numerusform>
            <numerusform>The import was taken back: %Ln removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved to the trash.</source>
        <translation>
            <numerusform>%Ln moved to the trash.</numerusform>
            <numerusform>%Ln moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that were edited since are kept.</source>
        <translation>
            <numerusform>%Ln that was edited since is kept.</numerusform>
            <numerusform>%Ln that were edited since are kept.</numerusform>
        </translation>
    </message>
</context>
</TS>
