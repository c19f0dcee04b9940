[ordered]1
