"""What each page says, as typed values: one function a page, which the JSON API gives as it is."""
