Send-Mail -To a@example.org
